package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The names of the containers in a network, for its server, which reads them again and again without the rights that
 * it began with: so they are where anybody can read them, and not among the driver's own files.
 */
record ServedNames(Path folder) {
    private static final Path ALL = Path.of("/run/vsh-names");

    static ServedNames of(UUID network) {
        return new ServedNames(ALL.resolve(network.toString()));
    }

    /** A file for each container, in the form of hosts(5). */
    Path names() {
        return folder.resolve("names");
    }

    /** A file for each container, with a {@code dhcp-host} a line. */
    Path clients() {
        return folder.resolve("clients");
    }

    void make() {
        try {
            for (Path each : List.of(names(), clients())) {
                Files.createDirectories(
                        each,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));
            }
        } catch (IOException e) {
            throw failure("make", e);
        }
    }

    /**
     * Replaces what a container had.
     *
     * @return whether that is anything new
     */
    boolean put(String container, List<String> nameLines, List<String> clientLines) {
        try {
            boolean changed = put(names().resolve(container), nameLines);
            return put(clients().resolve(container), clientLines) || changed;
        } catch (IOException e) {
            throw failure("write in", e);
        }
    }

    private static boolean put(Path file, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return Files.deleteIfExists(file);
        }
        if (Files.exists(file) && Files.readAllLines(file).equals(lines)) {
            return false;
        }
        Files.write(file, lines);
        return true;
    }

    /** What was said of clients that the network's document has something to say about now. */
    void forgetClients(Reservations reservations) {
        try (Stream<Path> files = Files.list(clients())) {
            for (Path file : files.toList()) {
                put(
                        file,
                        Files.readAllLines(file).stream()
                                .filter(line -> !reservations.knows(line.split(",")[0]))
                                .toList());
            }
        } catch (IOException e) {
            throw failure("write in", e);
        }
    }

    void remove() {
        try {
            for (Path each : List.of(names(), clients())) {
                if (Files.exists(each)) {
                    removeFiles(each);
                }
            }
            Files.deleteIfExists(folder);
            // The last one turns the light off; another network may have files there still.
            ALL.toFile().delete();
        } catch (IOException e) {
            throw failure("remove", e);
        }
    }

    private static void removeFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private DriverException failure(String verb, IOException e) {
        return new DriverException(
                ErrorCode.SYSTEM_ERROR,
                "cannot " + verb + " '" + folder + "': " + e.getMessage(),
                e);
    }
}
