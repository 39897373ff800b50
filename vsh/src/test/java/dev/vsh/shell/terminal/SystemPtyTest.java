package dev.vsh.shell.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.linux.TerminalDevice;

import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What stty(1) says of a terminal before and after. */
final class SystemPtyTest {
    private final Syscalls syscalls = new Syscalls();
    private final Fd master = syscalls.open("/dev/ptmx", OpenFlags.O_RDWR | OpenFlags.O_NOCTTY);
    private final Fd slave = openSlave();
    private final SystemPty pty = new SystemPty(new TerminalDevice(syscalls, slave.number()));

    private Fd openSlave() {
        var unlocked = new NativeMemory(Integer.BYTES);
        syscalls.attempt(
                SystemCall.IOCTL,
                master.number(),
                DeviceFlags.TIOCSPTLCK.value(),
                unlocked.address());
        return syscalls.adopt(
                syscalls.attempt(
                        SystemCall.IOCTL,
                        master.number(),
                        DeviceFlags.TIOCGPTPEER.value(),
                        OpenFlags.O_RDWR | OpenFlags.O_NOCTTY));
    }

    @AfterEach
    void close() {
        slave.close();
        master.close();
    }

    @Test
    void settingsComeBackAsTheyWere() throws Exception {
        stty("9600", "tostop", "-ixon", "intr", "^G");
        String before = stty("-g");
        Attributes attributes = pty.getAttr();

        Attributes raw = new Attributes(attributes);
        raw.setLocalFlag(LocalFlag.ECHO, false);
        raw.setLocalFlag(LocalFlag.ICANON, false);
        raw.setInputFlag(InputFlag.ICRNL, false);
        raw.setControlChar(ControlChar.VMIN, 0);
        raw.setControlChar(ControlChar.VTIME, 1);
        pty.setAttr(raw);
        String during = stty("-a");
        pty.setAttr(attributes);

        assertEquals(7, attributes.getControlChar(ControlChar.VINTR));
        for (String setting :
                List.of(
                        "9600 baud",
                        "-echo ",
                        "-icanon",
                        "-icrnl",
                        "tostop",
                        "-ixon",
                        "time = 1")) {
            assertTrue(during.contains(setting), () -> setting + " in " + during);
        }
        assertEquals(before, stty("-g"));
    }

    @Test
    void theSpeedOfALineStays() throws Exception {
        stty("4800");
        pty.setAttr(new Attributes(pty.getAttr()));
        assertEquals("4800\n", stty("speed"));
    }

    @Test
    void sizesGoBothWays() throws Exception {
        stty("rows", "30", "columns", "100");
        assertEquals(new Size(100, 30), pty.getSize());
        pty.setSize(new Size(90, 20));
        assertEquals("20 90\n", stty("size"));
    }

    @Test
    void whatIsNoTerminalIsSaid() {
        try (Fd file = syscalls.open("/dev/null", OpenFlags.O_RDWR)) {
            var none = new SystemPty(new TerminalDevice(syscalls, file.number()));
            IOException error = assertThrows(IOException.class, none::getAttr);
            assertTrue(error.getMessage().contains("ENOTTY"), error.getMessage());
        }
    }

    private String stty(String... words) throws IOException, InterruptedException {
        Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + slave.number()));
        List<String> command = new ArrayList<>(List.of("stty", "-F", device.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
