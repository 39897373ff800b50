package dev.vsh.it.harness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Filesystems in files, as {@code mkfs} makes them. */
public enum DiskImage {
    EXT4(32, "mkfs.ext4 -q -d \"$1\" \"$2\""),
    /** Has no option to take a folder along. */
    XFS(
            320,
            "mkfs.xfs -q \"$2\" && mount -o loop \"$2\" /mnt && cp -a \"$1/.\" /mnt && umount"
                    + " /mnt"),
    BTRFS(128, "mkfs.btrfs -q --rootdir \"$1\" \"$2\""),
    SQUASHFS(0, "mksquashfs \"$1\" \"$2\" -noappend -quiet -no-progress");

    private static final int MIB = 1 << 20;

    private final int mebibytes;
    private final String commands;

    DiskImage(int mebibytes, String commands) {
        this.mebibytes = mebibytes;
        this.commands = commands;
    }

    /** Makes one in {@code folder} with what is in {@code content}. */
    public Path make(Path folder, Path content) {
        Path image = folder.resolve(name().toLowerCase(Locale.ROOT) + ".img");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength((long) mebibytes * MIB);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] words = {"unshare", "-m", "sh", "-ec", commands, "sh"};
        String[] command = Arrays.copyOf(words, words.length + 2);
        command[words.length] = content.toString();
        command[words.length + 1] = image.toString();
        HostCommand.run(command);
        return image;
    }
}
