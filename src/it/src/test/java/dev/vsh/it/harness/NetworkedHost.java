package dev.vsh.it.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A host of a test's own as far as its network goes: a sandbox, a network namespace and the shell in it. When the test
 * ends, so do its containers and networks, and they leave no interface, no rule and no dnsmasq.
 */
public final class NetworkedHost implements BeforeEachCallback, AfterEachCallback {
    private final Sandbox sandbox = new Sandbox();
    private final HostNetwork network = sandbox.hostNetwork();
    private final ThreadVsh vsh = network.vsh(sandbox.vsh());

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        sandbox.beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            // After a failure it would only hide that.
            if (context.getExecutionException().isEmpty()) {
                endAll();
            }
        } finally {
            sandbox.afterEach(context);
        }
    }

    private void endAll() {
        // One that is just ending by itself is refused.
        names("list", "--name").forEach(name -> vsh.run("destroy", name));
        Await.until("no domain to run", () -> names("list", "--name"), List::isEmpty);
        names("net-list", "--name").forEach(name -> vsh.run("net-destroy", name).requireSuccess());
        names("net-list", "--all", "--name")
                .forEach(name -> vsh.run("net-undefine", name).requireSuccess());
        assertEquals(List.of(), network.strangers());
        assertEquals("", rules());
        assertEquals(List.of(), servers());
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public HostNetwork network() {
        return network;
    }

    public ThreadVsh vsh() {
        return vsh;
    }

    /** What a command of the shell prints that prints names. */
    public List<String> names(String... command) {
        return vsh.run(command)
                .requireSuccess()
                .out()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Those of the packet filter. */
    public String rules() {
        return network.run("nft", "list", "ruleset");
    }

    /** Process ids of all dnsmasq that serve this test's networks. */
    public List<Long> servers() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).contains(sandbox.embedRoot().toString()))
                .filter(pid -> commandLine(pid).contains("dnsmasq"))
                .toList();
    }

    /** Empty when the process has ended. */
    public static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException _) {
            return "";
        }
    }

    /** Defines a network. */
    public void define(String name, String children) {
        vsh.run(
                        "net-define",
                        file(
                                name + "-network.xml",
                                "<network><name>" + name + "</name>" + children + "</network>"))
                .requireSuccess();
    }

    /** A file of the test's, for a command. */
    public String file(String name, String text) {
        try {
            return Files.writeString(sandbox.folder().resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A container that runs commands and stays. */
    public Onlooker start(String devices, String commands) {
        Onlooker container = Onlooker.in(sandbox, devices, commands);
        container.root().script("/take", DhcpClient.TAKE);
        vsh.run("create", container.file()).requireSuccess();
        return container;
    }

    /** The same with one interface in a network. */
    public Onlooker inNetwork(String name, String children, String commands) {
        return start(
                "<interface type='network'><source network='"
                        + name
                        + "'/>"
                        + children
                        + "</interface>",
                commands);
    }
}
