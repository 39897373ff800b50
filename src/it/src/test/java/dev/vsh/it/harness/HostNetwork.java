package dev.vsh.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A network namespace that stands for the host's: what a test makes in it disturbs nobody. It lives as long as the
 * process that holds it.
 */
public final class HostNetwork implements AutoCloseable {
    private final Process holder;
    private final Set<String> own = new TreeSet<>(Set.of("lo"));

    HostNetwork() {
        try {
            // It says when it is there, and ends with whoever started it.
            holder = new ProcessBuilder("unshare", "--net", "sh", "-c", "echo; exec cat").start();
            if (holder.getInputStream().read() != '\n') {
                throw new AssertionError("no network namespace");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ip("link", "set", "lo", "up");
    }

    /** What stands for an interface of the host's hardware, and for what it is connected to; both are up. */
    public void addPair(String near, String far) {
        // Lower than any that a container's end gets, which a bridge would take for its own.
        String address = "02:00:00:00:%02x:".formatted(own.size());
        ip(
                ("link add %s address %s01 type veth peer name %s address %s02"
                                .formatted(near, address, far, address))
                        .split(" "));
        own.addAll(Set.of(near, far));
        ip("link", "set", near, "up");
        ip("link", "set", far, "up");
    }

    public void addBridge(String name) {
        ip("link", "add", name, "type", "bridge");
        own.add(name);
        ip("link", "set", name, "up");
    }

    /** The words before a command that is to run in it. */
    public String[] prefix() {
        return new String[] {"nsenter", "--net", "--target", Long.toString(holder.pid())};
    }

    /** The shell there. */
    public ThreadVsh vsh(Vsh outside) {
        return new ThreadVsh(
                Path.of("/proc/" + holder.pid() + "/ns/net"), outside.uri(), outside.home());
    }

    /** What {@code ip} prints there. */
    public String ip(String... words) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        return run(command.toArray(String[]::new));
    }

    /** What a command prints there. */
    public String run(String... words) {
        List<String> command = new ArrayList<>(List.of(prefix()));
        command.addAll(List.of(words));
        return HostCommand.run(command.toArray(String[]::new));
    }

    /** Names of all interfaces in alphabetical order, without what they are connected to. */
    public List<String> interfaces() {
        return ip("-o", "link")
                .lines()
                .map(line -> line.split("[:@] ?")[1].strip())
                .sorted()
                .toList();
    }

    /** Interfaces that the test did not make. */
    public List<String> strangers() {
        return interfaces().stream().filter(name -> !own.contains(name)).toList();
    }

    /** Interfaces of the test's that are not there. */
    public List<String> missing() {
        List<String> present = interfaces();
        return own.stream().filter(name -> !present.contains(name)).toList();
    }

    @Override
    public void close() {
        holder.destroyForcibly().onExit().join();
    }
}
