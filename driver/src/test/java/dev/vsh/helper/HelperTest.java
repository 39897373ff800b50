package dev.vsh.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameType;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.ProgramSection;
import dev.vsh.linux.Errno;
import dev.vsh.linux.FileFlags;
import dev.vsh.linux.ProcessFlags;
import dev.vsh.linux.SystemCall;
import dev.vsh.linux.WaitStatus;
import dev.vsh.plan.Argument;
import dev.vsh.plan.RehearsalProgram;
import dev.vsh.plan.SetupProgram;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whole helpers with real children, consoles and clients; what needs no root. */
@Order(1)
@Timeout(60)
final class HelperTest {
    @TempDir Path folder;

    private TestingHelper helper;

    @BeforeEach
    void spawn() throws Exception {
        helper = new TestingHelper(folder);
    }

    @AfterEach
    void kill() {
        helper.close();
    }

    private long start(String script) throws Exception {
        return started(helper.launch(HostProgram.onConsole(script)));
    }

    private static long started(LaunchReport report) {
        return assertInstanceOf(LaunchReport.Started.class, report).initPid();
    }

    /** One that waits for something; others may have ended by now. */
    private static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }

    private TestingHelper.Connection attach() throws Exception {
        TestingHelper.Connection client = helper.connect();
        client.send(Frame.attach(0, false));
        return client;
    }

    @Test
    void initRunsOnItsConsoleUntilItEnds() throws Exception {
        start("read line; echo got $line; exit 7");
        try (var client = attach()) {
            client.type("ping\n");
            assertTrue(client.readUntil("got ping").contains("got ping"));
        }
        WaitStatus status = new WaitStatus(helper.exitRecord().orElseThrow().waitStatus());
        assertEquals(7, status.exitStatus());
    }

    @Test
    void initThatWasLookedAtGoesOn() throws Exception {
        assertInstanceOf(
                LaunchReport.Started.class,
                helper.launch(RehearsalProgram.of("exit 7", List.of())));
        WaitStatus status = new WaitStatus(helper.exitRecord().orElseThrow().waitStatus());
        assertFalse(status.isStopped());
        assertEquals(7, status.exitStatus());
    }

    @Test
    void exitRecordNamesItsHelper() throws Exception {
        start("exit 0");
        assertEquals(helper.process().pid(), helper.exitRecord().orElseThrow().helperPid());
    }

    @Test
    void nothingIsLeftOfTheSocketWhenTheInitHasEnded() throws Exception {
        start("exit 0");
        helper.exitRecord();
        assertFalse(Files.exists(folder.resolve("socket")));
    }

    @Test
    void signalThatEndedTheInitIsRecorded() throws Exception {
        start("kill -TERM $$");
        WaitStatus status = new WaitStatus(helper.exitRecord().orElseThrow().waitStatus());
        assertTrue(status.isSignaled());
        assertEquals(15, status.signal());
    }

    @Test
    void whatWasPrintedBeforeIsReplayed() throws Exception {
        start("echo early; read line");
        try (var first = attach();
                var second = attach()) {
            assertTrue(first.readUntil("early").contains("early"));
            assertTrue(second.readUntil("early").contains("early"));
        }
    }

    @Test
    void lastWordsReachTheClientBeforeItIsHungUp() throws Exception {
        start("read line; seq 2000; exit 0");
        try (var client = attach()) {
            client.type("go\n");
            String text = client.readAll();
            assertTrue(text.contains("\n2000\r\n"), text);
        }
    }

    @Test
    void clientLearnsWhoTheInitIs() throws Exception {
        ProcessHandle init = process(start("read line"));
        try (var client = helper.connect()) {
            client.send(Frame.of(FrameType.STATUS));
            assertEquals(Optional.of(Frame.running(init.pid())), client.next());
        }
    }

    @Test
    void terminalIsGivenTheClientsSize() throws Exception {
        start("read line; stty size; read line");
        try (var client = attach()) {
            client.send(Frame.resize(101, 47));
            client.type("\n");
            assertTrue(client.readUntil("47 101").contains("47 101"));
        }
    }

    @Test
    void endOfInputIsFoundBehindACommandByAShellThatEditsItsLines() throws Exception {
        start("exec busybox sh");
        try (var client = attach()) {
            client.type("echo u''p; sleep 0.3\n");
            assertTrue(client.readUntil("up\r\n").contains("up"));
            client.send(Frame.of(FrameType.END_INPUT));
            client.readAll();
        }
        assertTrue(helper.exitRecord().isPresent());
    }

    @Test
    void endOfInputIsFoundByOneReaderAfterTheOther() throws Exception {
        start("cat; cat; exit 5");
        try (var client = attach()) {
            client.type("no newline");
            client.send(Frame.of(FrameType.END_INPUT));
            assertTrue(client.readAll().contains("no newline"));
        }
        WaitStatus status = new WaitStatus(helper.exitRecord().orElseThrow().waitStatus());
        assertEquals(5, status.exitStatus());
    }

    @Test
    void endOfInputEndsTheLastLineToo() throws Exception {
        start("exec busybox sh");
        try (var client = attach()) {
            client.type("exit 6");
            client.send(Frame.of(FrameType.END_INPUT));
            client.readAll();
        }
        WaitStatus status = new WaitStatus(helper.exitRecord().orElseThrow().waitStatus());
        assertEquals(6, status.exitStatus());
    }

    @Test
    void consoleThatIsNotThereIsRefused() throws Exception {
        start("read line");
        try (var client = helper.connect()) {
            client.send(Frame.attach(5, false));
            assertEquals(FrameType.REFUSED, client.next().orElseThrow().type());
            assertEquals(Optional.empty(), client.next());
        }
    }

    /** Without a word from the container or from anybody else. */
    @Test
    void forcingClientSeesTheOtherHungUpAtOnce() throws Exception {
        start("echo ready; read line");
        try (var first = attach();
                var second = helper.connect()) {
            first.readUntil("ready\r\n");
            second.send(Frame.attach(0, true));
            assertEquals(Optional.empty(), first.next());
        }
    }

    @Test
    void frameThatIsTooShortHangsUpItsSenderAndNobodyElse() throws Exception {
        ProcessHandle init = process(start("echo ready; read line; echo end"));
        try (var good = attach();
                var bad = helper.connect()) {
            good.readUntil("ready");
            bad.send(new Frame(FrameType.ATTACH, ByteBuffer.allocate(2)));
            assertEquals(Optional.empty(), bad.next());
            assertTrue(init.isAlive());
            good.type("\n");
            assertTrue(good.readUntil("end").contains("end"));
        }
    }

    @Test
    void frameOfTheWrongSideHangsUpItsSender() throws Exception {
        start("read line");
        try (var client = helper.connect()) {
            client.send(Frame.running(1));
            assertEquals(Optional.empty(), client.next());
        }
    }

    @Test
    void attachingTwiceHangsUpTheClient() throws Exception {
        start("read line");
        try (var client = attach()) {
            client.send(Frame.attach(0, false));
            assertEquals("", client.readAll());
        }
    }

    @Test
    void clientThatAsksAndNeverReadsDoesNotGrowTheHelper() throws Exception {
        ProcessHandle init = process(start("echo ready; read line; echo end"));
        ByteBuffer question = Frame.of(FrameType.STATUS).encode();
        ByteBuffer questions = ByteBuffer.allocate(question.remaining() * 10_000);
        while (questions.hasRemaining()) {
            questions.put(question.duplicate());
        }
        try (var rude = helper.connect();
                var good = attach()) {
            rude.socket().configureBlocking(false);
            for (int i = 0; i < 2000; i++) {
                rude.socket().write(questions.rewind());
            }
            good.type("\n");
            assertTrue(good.readUntil("end").contains("end"));
        }
        awaitEnd(init);
    }

    @Test
    void containerThatNobodyWatchesIsNotHeldUp() throws Exception {
        start("yes | head -c 3000000; exit 3");
        WaitStatus status = new WaitStatus(helper.exitRecord().orElseThrow().waitStatus());
        assertEquals(3, status.exitStatus());
    }

    @Test
    void watcherThatReadsNothingDoesNotHoldTheContainerUpForLong() throws Exception {
        start("read line; yes | head -c 3000000; exit 3");
        try (var client = attach()) {
            client.type("\n");
            WaitStatus status = new WaitStatus(helper.exitRecord().orElseThrow().waitStatus());
            assertEquals(3, status.exitStatus());
        }
    }

    @Test
    void failedStepIsReportedByItsPlaceAndErrno() throws Exception {
        SetupProgram program =
                new HostProgram()
                        .waitForHelper()
                        .letGo()
                        .container(SystemCall.CHDIR, Argument.text("/nowhere at all"))
                        .run("exit 0")
                        .build();
        assertEquals(
                new LaunchReport.StepFailed(ProgramSection.CONTAINER, 1, Errno.ENOENT.number()),
                helper.launch(program));
    }

    @Test
    void failedPreparationIsReportedByItsPlaceAndErrno() throws Exception {
        SetupProgram program =
                new HostProgram().prepare(SystemCall.CLOSE, Argument.number(-1)).build();
        assertEquals(
                new LaunchReport.StepFailed(ProgramSection.PREPARE, 0, Errno.EBADF.number()),
                helper.launch(program));
    }

    @Test
    void programThatCannotBeRunIsReported() throws Exception {
        SetupProgram program =
                new HostProgram()
                        .container(
                                SystemCall.EXECVE,
                                Argument.text("/etc/passwd"),
                                new Argument.TextArray(List.of("x")),
                                new Argument.TextArray(List.of()))
                        .build();
        assertEquals(
                new LaunchReport.StepFailed(ProgramSection.CONTAINER, 0, Errno.EACCES.number()),
                helper.launch(program));
    }

    @Test
    void childThatIsStuckIsClonedAgain() throws Exception {
        started(helper.launch(HostProgram.onConsole("exit 0"), 500, 2));
    }

    @Test
    void childThatIsStuckThreeTimesIsGivenUp() throws Exception {
        LaunchReport report = helper.launch(HostProgram.onConsole("exit 0"), 300, 3);
        assertEquals(new LaunchReport.ChildStuck(-1), report);
    }

    @Test
    void attemptsThatFailedLeaveNoDescriptors() throws Exception {
        started(helper.launch(HostProgram.onConsole("read line"), 500, 2));
        try (var terminals = Files.list(Path.of("/proc/" + helper.process().pid() + "/fd"))) {
            assertEquals(
                    1,
                    terminals
                            .filter(
                                    fd ->
                                            pointsTo(fd).startsWith("/dev/pts/ptmx")
                                                    || pointsTo(fd).equals("/dev/ptmx"))
                            .count());
        }
    }

    private static String pointsTo(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException _) {
            return "";
        }
    }

    @Test
    void helpersDeathIsTheInits() throws Exception {
        SetupProgram program =
                new HostProgram()
                        .container(
                                SystemCall.PRCTL,
                                Argument.constant(ProcessFlags.PR_SET_PDEATHSIG),
                                Argument.constant(ProcessFlags.SIGKILL))
                        .waitForHelper()
                        .letGo()
                        .run("exec sleep 1000")
                        .build();
        ProcessHandle init = process(started(helper.launch(program)));
        helper.close();
        awaitEnd(init);
    }

    /** Before the child has asked for the signal that comes with its parent's death. */
    @Test
    void childThatWaitsForADeadHelperEnds() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertEquals(0, mkfifo.waitFor());
        SetupProgram program =
                new HostProgram()
                        .container(
                                SystemCall.WRITE,
                                Argument.number(1),
                                Argument.text("waiting"),
                                Argument.number(7))
                        .waitForHelper()
                        .attach(
                                SystemCall.OPENAT,
                                Argument.constant(FileFlags.AT_FDCWD),
                                Argument.text(pipe.toString()),
                                Argument.constant(FileFlags.O_RDONLY))
                        .run("exec sleep 1000")
                        .build();
        helper.request(program);
        helper.awaitOutput("waiting");
        ProcessHandle child = helper.process().children().findFirst().orElseThrow();
        helper.close();
        awaitEnd(child);
    }

    private static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(30, TimeUnit.SECONDS);
    }
}
