package dev.vsh.driver.lxc.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.domain.InitEnd;
import dev.vsh.domain.RunningReason;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.linux.ProcessId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class RunRecordTest {
    private static final RunRecord.Active STARTING =
            new RunRecord.Active(
                    new ProcessId(12, 345, "boot"),
                    Optional.empty(),
                    Instant.parse("2026-11-22T10:11:12.131415Z"),
                    RunningReason.BOOTED,
                    Optional.empty(),
                    "/machine/a=b",
                    "lxc-12-backend");

    static Stream<RunRecord> records() {
        RunRecord.Active running = STARTING.withInit(new ProcessId(13, 346, "boot"));
        return Stream.of(
                STARTING,
                running,
                running.withStopping(ShutOffReason.DESTROYED),
                new RunRecord.Ended(ShutOffReason.CRASHED, Optional.empty()),
                new RunRecord.Ended(ShutOffReason.SHUTDOWN, Optional.of(new InitEnd.Exited(255))),
                new RunRecord.Ended(ShutOffReason.DESTROYED, Optional.of(new InitEnd.Killed(9))),
                new RunRecord.Ended(ShutOffReason.SHUTDOWN, Optional.of(new InitEnd.PoweredOff())),
                new RunRecord.Ended(ShutOffReason.SHUTDOWN, Optional.of(new InitEnd.Rebooted())));
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordComesBackAsItWasWritten(RunRecord record) {
        assertEquals(Optional.of(record), RunRecord.parse(record.format()));
    }

    @ParameterizedTest
    @EnumSource(ShutOffReason.class)
    void everyReasonComesBackAsItWasWritten(ShutOffReason reason) {
        RunRecord record = new RunRecord.Ended(reason, Optional.empty());
        assertEquals(Optional.of(record), RunRecord.parse(record.format()));
    }

    /** Names may end like a record does: "lxc-12-backend". */
    @ParameterizedTest
    @MethodSource("records")
    void recordThatIsCutShortIsNone(RunRecord record) {
        String text = record.format();
        IntStream.range(0, text.length())
                .forEach(
                        length ->
                                assertEquals(
                                        Optional.empty(),
                                        RunRecord.parse(text.substring(0, length)),
                                        () -> "first " + length + " characters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "end\n",
                "\nend\n",
                "ended=NEVER\nend\n",
                "helper=12\nend\n",
                "helper=a@b\nsince=now\nreason=BOOTED\nend\n",
                "\u0000\u0001\nend\n"
            })
    void garbageIsNone(String text) {
        assertEquals(Optional.empty(), RunRecord.parse(text));
    }

    @Test
    void unknownKeysArePassedOver() {
        String text = STARTING.format().replace("machine=", "colour=red\nmachine=");
        assertEquals(Optional.of(STARTING), RunRecord.parse(text));
    }
}
