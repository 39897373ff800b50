package dev.vsh.helper;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_RDONLY;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.linux.Errno;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.Argument;
import dev.vsh.plan.ProgramEncoder;
import dev.vsh.plan.ProgramImage;
import dev.vsh.plan.Slot;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real system calls, made from encoded instructions. */
final class ProgramRunnerTest {
    private final Syscalls syscalls = new Syscalls();
    private final HostProgram program = new HostProgram();
    private LoadedProgram loaded = load();

    private LoadedProgram load() {
        return new LoadedProgram(ProgramEncoder.encode(program.build()));
    }

    @AfterEach
    void closeAll() {
        loaded.closeAll(syscalls);
    }

    /** Runs what the program prepares; the errno that ended it, or 0. */
    private int run(Slot... preset) {
        loaded = load();
        for (Slot slot : preset) {
            loaded.results()[slot.index()] = ProcessHandle.current().pid();
        }
        long[] rows = loaded.image().prepare();
        ProgramRunner runner = new ProgramRunner(syscalls, loaded);
        for (int row = 0; row < rows.length; row += ProgramImage.ROW) {
            int errno = runner.run(rows, row);
            if (errno != 0) {
                return errno;
            }
        }
        return 0;
    }

    private long result(Slot slot) {
        return loaded.results()[slot.index()];
    }

    private Slot memoryFile() {
        Slot file = program.slot("file");
        program.prepare(file, SystemCall.MEMFD_CREATE, Argument.text("memory"), Argument.number(1));
        return file;
    }

    private static Path path(long fd) {
        return Path.of("/proc/self/fd/" + fd);
    }

    @Test
    void returnValueIsKeptInItsSlot() {
        Slot pid = program.slot("pid");
        program.prepare(pid, SystemCall.GETPID);
        assertEquals(0, run());
        assertEquals(ProcessHandle.current().pid(), result(pid));
    }

    @Test
    void resultOfOneCallIsArgumentOfTheNext() throws IOException {
        Slot file = memoryFile();
        program.prepare(
                SystemCall.WRITE,
                Argument.result(file),
                Argument.text("hello"),
                Argument.number(5));
        assertEquals(0, run());
        assertEquals("hello", Files.readString(path(result(file))));
    }

    @Test
    void structureIsWhereTheCallLooksForIt() throws IOException {
        Slot file = memoryFile();
        program.prepare(
                SystemCall.WRITE,
                Argument.result(file),
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Chars("lo", 4),
                                new Argument.Field.Int32(0x44434241)),
                        "text"),
                Argument.number(8));
        assertEquals(0, run());
        assertEquals("lo\0\0ABCD", Files.readString(path(result(file))));
    }

    @Test
    void earlierResultIsWrittenIntoTheStructure() throws IOException {
        Slot file = memoryFile();
        program.prepare(
                SystemCall.WRITE,
                Argument.result(file),
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Result32(file),
                                new Argument.Field.Int32(0x41414141)),
                        "text"),
                Argument.number(8));
        assertEquals(0, run());
        byte[] bytes = Files.readAllBytes(path(result(file)));
        assertEquals(result(file), bytes[0]);
        assertEquals('A', bytes[4]);
    }

    @Test
    void failureEndsTheProgramWithItsErrno() {
        program.prepare(SystemCall.CHDIR, Argument.text("/nowhere at all"));
        assertEquals(Errno.ENOENT.number(), run());
    }

    @Test
    void toleratedFailureDoesNot() {
        program.tolerate(
                Errno.ENOENT,
                program.slot("nothing"),
                SystemCall.CHDIR,
                Argument.text("/nowhere at all"));
        assertEquals(0, run());
    }

    @Test
    void otherFailureThanTheToleratedOneDoes() {
        program.tolerate(
                Errno.EPERM,
                program.slot("nothing"),
                SystemCall.CHDIR,
                Argument.text("/nowhere at all"));
        assertEquals(Errno.ENOENT.number(), run());
    }

    @Test
    void whatNeedsTheResultOfAToleratedFailureIsPassedOver() {
        Slot missing = program.slot("missing");
        Slot copy = program.slot("copy");
        program.tolerate(
                        Errno.ENOENT,
                        missing,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text("/nowhere at all"),
                        Argument.number(0))
                .prepare(
                        copy,
                        SystemCall.OPENAT,
                        Argument.result(missing),
                        Argument.text("x"),
                        Argument.number(0))
                .prepare(SystemCall.CLOSE, Argument.result(copy));
        assertEquals(0, run());
        assertEquals(-1, result(copy));
    }

    @Test
    void slotsValueIsFormattedIntoAPath() throws IOException {
        Slot file = program.slot("file");
        program.prepare(
                file,
                SystemCall.OPENAT,
                Argument.constant(AT_FDCWD),
                new Argument.Formatted("/proc/", Slot.PID, "/comm"),
                Argument.flags(O_RDONLY, O_CLOEXEC));
        assertEquals(0, run(Slot.PID));
        assertEquals(
                Files.readString(Path.of("/proc/self/comm")), Files.readString(path(result(file))));
    }

    @Test
    void closedDescriptorIsForgotten() {
        Slot file = memoryFile();
        program.prepare(SystemCall.CLOSE, Argument.result(file));
        assertEquals(0, run());
        assertEquals(-1, result(file));
    }

    @Test
    void temporaryDescriptorsAreClosedAndConsolesAreNot() {
        Slot file = memoryFile();
        program.console();
        assertEquals(0, run());
        long temporary = result(file);
        long master = loaded.consoles()[0];
        loaded.closeTemporary(syscalls);
        assertFalse(Files.isSymbolicLink(path(temporary)));
        assertTrue(Files.isSymbolicLink(path(master)));
    }

    @Test
    void nothingStaysOpenWhenAllIsClosed() {
        program.console();
        assertEquals(0, run());
        long master = loaded.consoles()[0];
        loaded.closeAll(syscalls);
        assertFalse(Files.isSymbolicLink(path(master)));
    }
}
