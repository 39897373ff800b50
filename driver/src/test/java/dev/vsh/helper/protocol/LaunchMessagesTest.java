package dev.vsh.helper.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.linux.Constant;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.Argument;
import dev.vsh.plan.Instruction;
import dev.vsh.plan.ProgramEncoder;
import dev.vsh.plan.SetupProgram;
import dev.vsh.plan.Slot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What driver and helper say to each other once, over the helper's stdin and stdout. */
final class LaunchMessagesTest {
    static Stream<LaunchReport> reports() {
        return Stream.concat(
                Stream.of(ProgramSection.values())
                        .map(section -> new LaunchReport.StepFailed(section, 7, 13)),
                Stream.of(
                        new LaunchReport.Started(4194304),
                        new LaunchReport.ChildStuck(-1),
                        new LaunchReport.ChildDied(12, 9),
                        new LaunchReport.Broken("größer")));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void reportComesBackAsItWasWritten(LaunchReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.writeTo(new DataOutputStream(out));
        assertEquals(report, LaunchReport.readFrom(input(out.toByteArray())));
    }

    @Test
    void unknownReportIsRefused() {
        assertThrows(IOException.class, () -> LaunchReport.readFrom(input(new byte[] {99})));
    }

    @Test
    void requestComesBackAsItWasWritten() throws IOException {
        LaunchRequest request =
                new LaunchRequest(
                        "/log/web.log",
                        "/run/vsh",
                        "7.sock",
                        "web.exit",
                        new EndActions(Set.of(InitEnding.REBOOT, InitEnding.CRASH)),
                        3000,
                        10_000,
                        2,
                        List.of("/bin/true", "it"),
                        ProgramEncoder.encode(program()));
        byte[] written = bytes(request);
        LaunchRequest read = LaunchRequest.readFrom(input(written));
        assertEquals("web.exit", read.exitName());
        assertEquals(request.endActions(), read.endActions());
        assertArrayEquals(written, bytes(read));
    }

    private static byte[] bytes(LaunchRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        request.writeTo(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static SetupProgram program() {
        Instruction instruction =
                new Instruction(
                        "enter",
                        SystemCall.CHDIR,
                        List.of(Argument.text("/")),
                        Optional.empty(),
                        Set.of());
        return new SetupProgram(
                List.of(),
                new Constant("SIGCHLD", 17),
                List.of(),
                List.of(instruction),
                List.of("/sys/fs/cgroup/x"),
                List.of(),
                List.of(Slot.PID),
                List.of(),
                List.of(new SetupProgram.Part("disk 'vda'", 0, 1)),
                3,
                Optional.of(new SetupProgram.Views(Slot.GO_READ, 100000, 200000)));
    }

    private static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
