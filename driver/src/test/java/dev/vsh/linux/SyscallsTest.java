package dev.vsh.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;

final class SyscallsTest {
    private final Syscalls syscalls = new Syscalls();

    @TempDir Path folder;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        Files.createDirectory(root.resolve("etc"));
        Files.writeString(root.resolve("etc/passwd"), "inside");
        Files.createDirectory(folder.resolve("etc"));
        Files.writeString(folder.resolve("etc/passwd"), "outside");
    }

    private String readInRoot(String path) throws IOException {
        try (Fd root = syscalls.open(this.root.toString(), OpenFlags.O_PATH);
                Fd file = syscalls.openInRoot(root, path, OpenFlags.O_RDONLY)) {
            return Files.readString(Path.of("/proc/self/fd/" + file.number()));
        }
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(name), Path.of(target));
    }

    private Errno errnoOf(String path) {
        return assertThrows(SyscallException.class, () -> readInRoot(path)).errno();
    }

    @Test
    void absoluteSymlinkLeadsIntoTheRoot() throws IOException {
        link("link", "/etc/passwd");
        assertEquals("inside", readInRoot("link"));
    }

    @Test
    void symlinkUpwardsEndsAtTheRoot() throws IOException {
        link("link", "../../../../etc/passwd");
        assertEquals("inside", readInRoot("link"));
    }

    @Test
    void symlinkToFolderInTheMiddleLeadsIntoTheRoot() throws IOException {
        link("config", folder.resolve("etc").toString());
        assertEquals(Errno.ENOENT, errnoOf("config/passwd"));
    }

    @Test
    void magicLinkIsNotFollowed() throws IOException {
        try (Fd proc = syscalls.open("/proc/self", OpenFlags.O_PATH | OpenFlags.O_DIRECTORY)) {
            SyscallException refused =
                    assertThrows(
                            SyscallException.class,
                            () -> syscalls.openInRoot(proc, "exe", OpenFlags.O_RDONLY));
            assertEquals(Errno.ELOOP, refused.errno());
        }
    }

    @Test
    void symlinkToItselfIsRefused() throws IOException {
        link("loop", "loop");
        assertEquals(Errno.ELOOP, errnoOf("loop"));
    }

    /** The kernel gives a look-up with ".." up when anything is renamed meanwhile, anywhere. */
    @Test
    void lookUpIsNotDisturbedByRenamesElsewhere() throws Exception {
        String path = "etc/../".repeat(500) + "etc/passwd";
        AtomicBoolean done = new AtomicBoolean();
        Thread renaming = Thread.ofPlatform().start(() -> renameUntil(done));
        try {
            for (int i = 0; i < 2000; i++) {
                assertEquals("inside", readInRoot(path));
            }
        } finally {
            done.set(true);
            renaming.join();
        }
    }

    private void renameUntil(AtomicBoolean done) {
        try {
            Path one = Files.createDirectory(folder.resolve("one"));
            Path two = folder.resolve("two");
            while (!done.get()) {
                Files.move(one, two, StandardCopyOption.ATOMIC_MOVE);
                Files.move(two, one, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void errorSaysCallOperandAndErrno() {
        SyscallException failure =
                assertThrows(
                        SyscallException.class,
                        () -> syscalls.open("/nowhere/at all", OpenFlags.O_RDONLY));
        assertEquals("openat(/nowhere/at all): ENOENT", failure.getMessage());
    }

    @Test
    void readSaysWhichDescriptorIsBad() {
        NativeMemory buffer = new NativeMemory(8);
        SyscallException failure =
                assertThrows(SyscallException.class, () -> syscalls.read(-1, buffer, 8));
        assertEquals("read(fd -1): EBADF", failure.getMessage());
    }

    @Test
    void descriptorsCloseOnExec() throws IOException {
        try (Fd file = syscalls.open("/dev/null", OpenFlags.O_RDONLY)) {
            String flags = Files.readString(Path.of("/proc/self/fdinfo/" + file.number()));
            assertTrue(flags.contains("02000000") || flags.contains("02100000"), flags);
        }
    }

    @Test
    void bytesGoThroughAPipe() {
        Fd[] ends = syscalls.pipe();
        try (Fd read = ends[0];
                Fd write = ends[1]) {
            NativeMemory text = NativeMemory.ofString("hello");
            assertEquals(5, syscalls.write(write.number(), text, 0, 5));
            NativeMemory buffer = new NativeMemory(16);
            assertEquals(5, syscalls.read(read.number(), buffer, 16));
            write.close();
            assertEquals(0, syscalls.read(read.number(), buffer, 16));
        }
    }

    @Test
    void closingTwiceLeavesTheNextOwnerOfTheNumberAlone() {
        Fd first = syscalls.open("/dev/null", OpenFlags.O_RDONLY);
        int number = first.number();
        first.close();
        try (Fd second = syscalls.open("/dev/null", OpenFlags.O_RDONLY)) {
            assertEquals(number, second.number(), "the kernel gives the lowest free number");
            first.close();
            assertTrue(Files.exists(Path.of("/proc/self/fd/" + second.number())));
        }
    }

    @Test
    void closedDescriptorHasNoNumber() {
        Fd fd = syscalls.open("/dev/null", OpenFlags.O_RDONLY);
        fd.close();
        assertThrows(IllegalStateException.class, fd::number);
    }

    @Test
    void pollTellsWhichEntryHasSomethingToSay() {
        Fd[] quiet = syscalls.pipe();
        Fd[] loud = syscalls.pipe();
        syscalls.write(loud[1].number(), NativeMemory.ofString("x"), 0, 1);
        PollSet poll = new PollSet();
        int first = poll.add(quiet[0].number(), PollSet.POLLIN);
        int second = poll.add(loud[0].number(), PollSet.POLLIN);
        assertEquals(1, syscalls.poll(poll, 0));
        assertEquals(0, poll.events(first));
        assertEquals(PollSet.POLLIN, poll.events(second));
        for (Fd fd : new Fd[] {quiet[0], quiet[1], loud[0], loud[1]}) {
            fd.close();
        }
    }

    @Test
    void pollPassesOverNegativeDescriptors() {
        PollSet poll = new PollSet();
        poll.add(~5, PollSet.POLLIN);
        assertEquals(0, syscalls.poll(poll, 0));
    }

    @Test
    void pollSetKeepsItsEntriesWhenItGrows() {
        Fd[] pipe = syscalls.pipe();
        PollSet poll = new PollSet();
        for (int i = 0; i < 100; i++) {
            poll.add(pipe[1].number(), PollSet.POLLOUT);
        }
        assertEquals(100, syscalls.poll(poll, 0));
        assertEquals(PollSet.POLLOUT, poll.events(0));
        pipe[0].close();
        pipe[1].close();
    }

    @Test
    void secondLockOnAFileIsNotHad() {
        String file = root.resolve("lock").toString();
        int flags = OpenFlags.O_RDWR | OpenFlags.O_CREAT;
        try (Fd one = syscalls.open(file, flags);
                Fd two = syscalls.open(file, flags)) {
            assertTrue(syscalls.tryLock(one));
            assertFalse(syscalls.tryLock(two));
            one.close();
            assertTrue(syscalls.tryLock(two));
        }
    }

    @Test
    void socketIsForItsOwnerAlone() throws IOException {
        Path path = root.resolve("s");
        try (Fd _ = syscalls.listen(path.toString())) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
    }

    @Test
    void socketWithATooLongPathIsRefused() {
        String path = "/" + "x".repeat(107);
        assertThrows(IllegalArgumentException.class, () -> syscalls.listen(path));
    }

    @Test
    void processThatIsNotThereIsEsrch() {
        SyscallException failure =
                assertThrows(SyscallException.class, () -> syscalls.openProcess(1 << 30));
        assertEquals(Errno.ESRCH, failure.errno());
    }

    @Test
    void procIsAProcFilesystem() {
        assertEquals(0x9fa0, syscalls.filesystemType(Path.of("/proc")));
    }
}
