package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class RunningInitTest {
    @TempDir private Path process;

    private RunningInit init(String program, String commandLine) throws IOException {
        Files.createSymbolicLink(process.resolve("exe"), Path.of(program));
        Files.writeString(process.resolve("cmdline"), commandLine.replace(' ', '\0') + "\0");
        return new RunningInit(process);
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/lib/systemd/systemd, /sbin/init, SYSTEMD",
        "/usr/lib/systemd/systemd (deleted), /sbin/init, SYSTEMD",
        "/bin/busybox, init, BUSYBOX",
        "/bin/busybox.static, /sbin/init, BUSYBOX",
        "/bin/busybox, /bin/sh /init, PROGRAM",
        "/bin/busybox, /bin/sleep 1000, PROGRAM",
        "/sbin/init, init [2], SYSVINIT",
        "/usr/sbin/openrc-init, /sbin/init, OPENRC",
        "/usr/sbin/runit, /sbin/init, RUNIT",
        "/usr/sbin/nginx, nginx: master process, PROGRAM",
        "/usr/bin/s6-svscan, s6-svscan, PROGRAM",
    })
    void initIsKnownByItsProgramAndName(String program, String commandLine, InitKind kind)
            throws IOException {
        assertEquals(kind, init(program, commandLine).kind());
    }

    @Test
    void s6LinuxInitIsKnownByItsScripts() throws IOException {
        Path script = process.resolve("cwd/.s6-svscan/SIGUSR1");
        Files.createDirectories(script.getParent());
        Files.createFile(script);
        assertEquals(InitKind.S6_LINUX, init("/bin/s6-svscan", "s6-svscan").kind());
    }

    @Test
    void initWhoseProcessIsGoneIsAnyProgram() {
        assertEquals(InitKind.PROGRAM, new RunningInit(process).kind());
    }

    @Test
    void handledAndBlockedSignalsReachIt() throws IOException {
        Files.writeString(
                process.resolve("status"),
                "Name:\tinit\nSigBlk:\t0000001000000000\nSigCgt:\t0000000000004001\n");
        RunningInit init = new RunningInit(process);
        assertTrue(init.listensTo(1));
        assertTrue(init.listensTo(15));
        assertTrue(init.listensTo(37));
        assertFalse(init.listensTo(2));
        assertFalse(init.listensTo(64));
    }
}
