package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;
import dev.vsh.driver.lxc.store.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the driver's own folders can be written, and by nobody else. */
record FolderExamination(Folders folders) implements Examination {
    private static final String AREA = "folders";
    private static final Path ROOT = Path.of("/");

    @Override
    public List<HostCheck> findings() {
        return Stream.of(folders.definitions(), folders.run(), folders.log())
                .map(FolderExamination::finding)
                .toList();
    }

    private static HostCheck finding(Path folder) {
        String subject = folder.toString();
        Path existing = existing(folder);
        if (!Files.isWritable(existing)) {
            return HostCheck.fail(AREA, subject, "cannot write to " + existing, "sudo vsh doctor");
        }
        if (othersMayWrite(existing) && existing.equals(folder)) {
            return HostCheck.fail(
                    AREA, subject, "everybody may write to it", "chmod o-w " + folder);
        }
        return HostCheck.pass(
                AREA, subject, existing.equals(folder) ? "can be written" : "can be made");
    }

    private static Path existing(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = Optional.ofNullable(existing.getParent()).orElse(ROOT);
        }
        return existing;
    }

    private static boolean othersMayWrite(Path folder) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            return permissions.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException _) {
            return false;
        }
    }
}
