package dev.vsh.driver.lxc;

import dev.vsh.driver.ContainerFile;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks into a folder of a container, whose files somebody hostile may have named and linked. */
final class ContainerFolder {
    private static final int MOST_NAMES = 10_000;

    private final Syscalls syscalls;
    private final long init;
    private final String path;

    ContainerFolder(Syscalls syscalls, long init, String path) {
        this.syscalls = syscalls;
        this.init = init;
        this.path = path;
    }

    List<ContainerFile> files() {
        try (Fd root = syscalls.open("/proc/" + init + "/root", OpenFlags.O_PATH);
                Fd folder = openFolder(root, path)) {
            return files(root, Path.of("/proc/self/fd/" + folder.number()));
        } catch (SyscallException | IOException | DirectoryIteratorException e) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG, "cannot look into folder '" + path + "'", e);
        }
    }

    private List<ContainerFile> files(Fd root, Path folder) throws IOException {
        List<ContainerFile> files = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path each : names) {
                if (files.size() == MOST_NAMES) {
                    break;
                }
                String name = String.valueOf(each.getFileName());
                files.add(new ContainerFile(name, leadsToFolder(root, each, name)));
            }
        }
        return files;
    }

    /** A link is followed as the container would follow it, not as the host. */
    private boolean leadsToFolder(Fd root, Path file, String name) {
        if (!Files.isSymbolicLink(file)) {
            return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        }
        try (Fd _ = openFolder(root, path + "/" + name)) {
            return true;
        } catch (SyscallException _) {
            return false;
        }
    }

    private Fd openFolder(Fd root, String folder) {
        return syscalls.openInRoot(root, folder, OpenFlags.O_PATH | OpenFlags.O_DIRECTORY);
    }
}
