package dev.vsh.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes programs and files for the launcher to find. */
final class Script {
    private Script() {}

    /** Makes {@code file} an executable shell script. */
    static Path write(Path file, String body) {
        text(file, "#!/bin/sh\n" + body);
        try {
            return Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path text(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JDK whose java prints its name and the arguments that it was given, one a line. */
    static Path jdk(Path folder, String version, String architecture) {
        text(
                folder.resolve("release"),
                """
                IMPLEMENTOR="Nobody"
                JAVA_VERSION="%s"
                OS_ARCH="%s"
                """
                        .formatted(version, architecture));
        write(folder.resolve("bin/java"), "echo \"$0\"\nprintf '%s\\n' \"$@\"\n");
        return folder;
    }
}
