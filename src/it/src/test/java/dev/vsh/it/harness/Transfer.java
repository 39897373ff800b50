package dev.vsh.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes between the host's network and a container, against the clock.
 *
 * @param address where the container finds the host
 */
public record Transfer(
        HostNetwork host, ThreadVsh vsh, String container, Path folder, String address) {
    private static final String RECEIVE = "busybox nc -ll -p 81 -e busybox sha1sum";

    /** How long it takes the container to get what a process in the host's network serves. */
    public Duration download(int kilobytes) {
        try {
            Files.write(folder.resolve("file"), new byte[kilobytes * 1024]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String get = "until wget -q -O /tmp/got http://" + address + "/file; do :; done; ";
        return timed("busybox httpd -f -p 80 -h " + folder, get, get);
    }

    /** How long it takes the container to send something, and to hear that it has arrived. */
    public Duration upload(int kilobytes) {
        return timed(
                RECEIVE,
                "until nc %s 81 </dev/null; do :; done".formatted(address),
                "head -c %dk /dev/zero | nc %s 81".formatted(kilobytes, address));
    }

    private Duration timed(String server, String ready, String deed) {
        List<String> command = new ArrayList<>(List.of(host.prefix()));
        command.addAll(List.of(server.split(" ")));
        try {
            Process process = new ProcessBuilder(command).start();
            try {
                inside(ready);
                long began = System.nanoTime();
                inside(deed);
                return Duration.ofNanos(System.nanoTime() - began);
            } finally {
                process.destroyForcibly().onExit().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void inside(String script) {
        vsh.run("exec", container, "--", "sh", "-c", script).requireSuccess();
    }
}
