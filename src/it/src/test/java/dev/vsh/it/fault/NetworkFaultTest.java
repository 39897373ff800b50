package dev.vsh.it.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.ThreadVsh;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shell that is killed in front of whichever step of a network's verb: bridge, rules, server and files. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.VIRTUAL_NETWORKS})
final class NetworkFaultTest {
    private static final String DOCUMENT =
            "<network><name>NAME</name><uuid>4f6f7ac2-0c1b-4a2e-9a0e-7d1f5f3f8a11</uuid>"
                    + "<forward mode='nat'/><bridge name='faultbr'/>"
                    + "<ip address='192.0.2.1' netmask='255.255.255.0'>"
                    + "<dhcp><range start='192.0.2.10' end='192.0.2.20'/></dhcp></ip></network>";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private HostNetwork host;
    private ThreadVsh vsh;
    private Shells shells;
    private Path file;
    private String name;

    /** What is done. */
    enum Verb {
        DEFINE("net-define FILE", false, false),
        UNDEFINE("net-undefine NAME", true, false),
        CREATE("net-create FILE", false, false),
        START("net-start NAME", true, false),
        DESTROY("net-destroy NAME", true, true);

        private final String line;
        private final boolean defined;
        private final boolean active;

        Verb(String line, boolean defined, boolean active) {
            this.line = line;
            this.defined = defined;
            this.active = active;
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        host = sandbox.hostNetwork();
        vsh = host.vsh(sandbox.vsh());
        shells = new Shells(sandbox.vsh().under(host.prefix()));
        name = sandbox.name();
        file =
                Files.writeString(
                        sandbox.folder().resolve("network.xml"), DOCUMENT.replace("NAME", name));
        vsh.run("net-undefine", "default").requireSuccess();
    }

    @AfterEach
    void close() {
        shells.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"START", "DESTROY"})
    void samplesOfAVerbCanBeKilled(Verb verb) {
        assertTrue(new Sweep(13).run(call -> kill(verb, call)) > 0);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Verb.class)
    void everyStepOfAVerbCanBeKilled(Verb verb) {
        assertTrue(new Sweep(1).run(call -> kill(verb, call)) > 4);
    }

    private Tracer.Outcome kill(Verb verb, int call) {
        if (verb.defined) {
            vsh.run("net-define", file.toString()).requireSuccess();
        }
        if (verb.active) {
            vsh.run("net-start", name).requireSuccess();
        }
        try (ShellSession shell = shells.next()) {
            Tracer tracer =
                    Tracer.follow(shell.pid(), new Moment(Moment.Counted.SHELL, call, List.of()));
            shell.say(verb.line.replace("NAME", name).replace("FILE", file.toString()));
            shell.say("quit");
            shell.awaitReady();
            assertWhole();
            return tracer.outcome().join();
        }
    }

    /** What is listed as active is; every network can be started, destroyed and forgotten, and leaves nothing. */
    private void assertWhole() {
        for (String each : words("net-list", "--all", "--name")) {
            if (words("net-list", "--name").contains(each)) {
                vsh.run("net-destroy", each).requireSuccess();
            }
            if (words("net-list", "--all", "--name").contains(each)) {
                vsh.run("net-start", each).requireSuccess();
                vsh.run("net-destroy", each).requireSuccess();
                vsh.run("net-undefine", each).requireSuccess();
            }
        }
        Await.until("nothing to be left", this::leftovers, List::isEmpty);
    }

    private List<String> leftovers() {
        List<String> left = new ArrayList<>(sandbox.leftovers());
        host.run("nft", "list", "ruleset").lines().forEach(left::add);
        ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).contains(sandbox.embedRoot().toString()))
                .filter(pid -> commandLine(pid).contains("dnsmasq"))
                .forEach(pid -> left.add("dnsmasq " + pid));
        return left;
    }

    private List<String> words(String... command) {
        Vsh.Result result = vsh.run(command).requireSuccess();
        return result.out().lines().filter(line -> !line.isBlank()).toList();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException _) {
            return "";
        }
    }
}
