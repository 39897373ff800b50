package dev.vsh.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A network namespace that stands for the host's: what a test makes in it disturbs nobody. It lives as long as the
 * process that holds it.
 */
public final class HostNetwork implements AutoCloseable {
    private final Process holder;

    public HostNetwork() {
        try {
            // It says when it is there.
            holder =
                    new ProcessBuilder("unshare", "--net", "sh", "-c", "echo; exec sleep 1000")
                            .start();
            if (holder.getInputStream().read() != '\n') {
                throw new AssertionError("no network namespace");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ip("link", "set", "lo", "up");
    }

    /** The words before a command that is to run in it. */
    public String[] prefix() {
        return new String[] {"nsenter", "--net", "--target", Long.toString(holder.pid())};
    }

    /** What a command of iproute2 prints there. */
    public String ip(String... words) {
        List<String> command = new ArrayList<>(List.of(prefix()));
        command.add("ip");
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

    @Override
    public void close() {
        holder.destroyForcibly().onExit().join();
    }
}
