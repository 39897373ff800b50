package dev.vsh.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A root folder for a container: one static program under the names that are run, and a few accounts. */
public record BusyboxRoot(Path folder) {
    private static final Path BUSYBOX = Path.of("/bin/busybox");

    /**
     * What is started by its path, or by another program than the shell, which needs no link to find its own. One for
     * each of the program's 270 names made the kernel look for free inodes through most of the tests' time.
     */
    private static final List<String> APPLETS =
            """
            ash awk cat cp cut dd df echo env false find grep head hostname id ip kill ln ls mkdir
            mknod mount nc ping poweroff ps readlink reboot rm sed seq sh sha1sum sleep sort stat stty
            su tail test touch tr true udhcpc umount uname wc
            """
                    .lines()
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();

    static BusyboxRoot make(Path folder) {
        try {
            for (String name :
                    List.of("bin", "sbin", "etc", "dev", "proc", "sys", "tmp", "root", "out")) {
                Files.createDirectories(folder.resolve(name));
            }
            Files.copy(BUSYBOX, folder.resolve("bin/busybox"));
            folder.resolve("bin/busybox").toFile().setExecutable(true, false);
            for (String applet : APPLETS) {
                Files.createSymbolicLink(folder.resolve("bin").resolve(applet), Path.of("busybox"));
            }
            Files.createSymbolicLink(folder.resolve("sbin/init"), Path.of("../bin/busybox"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BusyboxRoot root = new BusyboxRoot(folder);
        root.write(
                "etc/passwd",
                """
                root:x:0:0:root:/root:/bin/sh
                alice:x:1000:1000:Alice:/home/alice:/bin/sh
                1000:x:2000:2000:whose name is a number:/:/bin/sh
                """);
        root.write(
                "etc/group",
                """
                root:x:0:
                tty:x:5:
                alice:x:1000:
                audio:x:29:alice,bob
                video:x:44:alice
                staff:x:50:bob
                """);
        return root;
    }

    /** Where a path inside is on the host. */
    public Path path(String inside) {
        return folder.resolve(inside.startsWith("/") ? inside.substring(1) : inside);
    }

    public void write(String inside, String text) {
        try {
            Path file = path(inside);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String inside) {
        try {
            return Files.readString(path(inside));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes(String inside) {
        try {
            return Files.readAllBytes(path(inside));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program of shell commands, for an init to be. */
    public void script(String inside, String commands) {
        write(inside, "#!/bin/sh\n" + commands + "\n");
        path(inside).toFile().setExecutable(true, false);
    }
}
