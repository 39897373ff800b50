package dev.vsh.helper;

import dev.vsh.helper.protocol.ExitRecord;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The helper's files in the driver's run folder: its socket and its exit record. */
final class RunFolder {
    private final Syscalls syscalls;
    private final Path folder;
    private final LaunchRequest request;

    RunFolder(Syscalls syscalls, LaunchRequest request) {
        this.syscalls = syscalls;
        this.folder = Path.of(request.runFolder());
        this.request = request;
    }

    /** A listening socket that only root may connect to. */
    Fd listen() throws IOException {
        // sun_path holds 107 bytes; by way of the folder's descriptor every folder is near enough.
        try (Fd directory = syscalls.open(folder.toString(), OpenFlags.O_PATH)) {
            Files.deleteIfExists(folder.resolve(request.socketName()));
            return syscalls.listen(
                    "/proc/self/fd/" + directory.number() + "/" + request.socketName());
        }
    }

    void removeSocket() throws IOException {
        Files.deleteIfExists(folder.resolve(request.socketName()));
    }

    /** Whole or not at all: a reader sees no half of it. */
    void writeExitRecord(ExitRecord exit) throws IOException {
        Path target = folder.resolve(request.exitName());
        Path draft = folder.resolve(request.exitName() + ".new");
        Files.writeString(draft, exit.format());
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
