package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.plan.FilesystemType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** What is on a disk, by the marks that its makers put there. */
final class SuperblockTest {
    @TempDir private Path folder;

    /** A disk with nothing but a mark. */
    private Superblock at(int offset, String mark) throws IOException {
        byte[] bytes = new byte[0x11000];
        byte[] marks = HexFormat.of().parseHex(mark);
        System.arraycopy(marks, 0, bytes, offset, marks.length);
        return Superblock.read(Files.write(folder.resolve("disk"), bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "1080, 53ef, EXT4",
        "0, 58465342, XFS",
        "65600, 5f42485266535f4d, BTRFS",
        "0, 68737173, SQUASHFS"
    })
    void filesystemIsRecognised(int offset, String mark, FilesystemType type) throws IOException {
        assertEquals(Optional.of(type), at(offset, mark).type());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 514649fb, a qcow2 image; qemu-img convert -O raw makes a raw one of it",
        "0, 4c554b53babe, an encrypted volume",
        "510, 55aa, a disk of partitions; give one of them",
        "32769, 4344303031, an ISO 9660 filesystem",
        "100, 00, of another kind"
    })
    void whatElseItIsCanBeTold(int offset, String mark, String description) throws IOException {
        Superblock superblock = at(offset, mark);
        assertEquals(Optional.empty(), superblock.type());
        assertEquals(description, superblock.description());
    }

    @Test
    void emptyFileIsEmpty() throws IOException {
        Superblock superblock = Superblock.read(Files.createFile(folder.resolve("disk")));
        assertEquals(Optional.empty(), superblock.type());
        assertEquals("empty", superblock.description());
    }

    @Test
    void fileThatEndsWithinItsMarkIsOfAnotherKind() throws IOException {
        Path file = Files.write(folder.resolve("disk"), new byte[] {'X', 'F', 'S'});
        assertEquals(Optional.empty(), Superblock.read(file).type());
    }
}
