package dev.vsh.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A root folder that is little more than empty: its programs are the host's, whose {@code /usr} it is given. */
public record HostUsrRoot(Path folder) {
    private static final List<String> FOLDERS =
            List.of(
                    "usr", "etc", "var/log", "var/lib", "var/tmp", "run", "tmp", "proc", "sys",
                    "dev", "root");

    public static HostUsrRoot make(Path folder) {
        try {
            for (String each : FOLDERS) {
                Files.createDirectories(folder.resolve(each));
            }
            for (String name : List.of("bin", "sbin", "lib", "lib64")) {
                Files.createSymbolicLink(folder.resolve(name), Path.of("usr", name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HostUsrRoot(folder);
    }

    /** Adds this root to a document. */
    public ContainerDocument in(ContainerDocument document) {
        return document.root(folder.toString()).filesystem("/usr", "/usr", "<readonly/>");
    }

    public Path path(String inside) {
        return folder.resolve(inside.substring(1));
    }

    public void write(String inside, String text) {
        try {
            Files.createDirectories(path(inside).getParent());
            Files.writeString(path(inside), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that {@code /bin/sh} runs. */
    public void script(String inside, String commands) {
        executable(inside, "#!/bin/sh\n" + commands + "\n");
    }

    public void executable(String inside, String text) {
        write(inside, text);
        try {
            Files.setPosixFilePermissions(
                    path(inside), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
