package dev.vsh.helper;

import dev.vsh.helper.protocol.ExitRecord;
import dev.vsh.helper.protocol.HelperProperty;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.linux.WaitStatus;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The helper's life, from its request on stdin to the removal of what its container leaves. */
public final class Main {
    private static final int INPUT_BUFFER = 64 * 1024;

    private final Syscalls syscalls = new Syscalls();

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Main helper = new Main();
        helper.run();
        helper.end();
    }

    /**
     * At once: what the JVM does in the end takes it longer than its last work here, and whoever has asked for the end waits.
     * A training has to go the long way, on which the JVM writes its cache.
     */
    private void end() {
        if (!Boolean.getBoolean(HelperProperty.ORDERLY_END)) {
            syscalls.attempt(SystemCall.EXIT_GROUP, 0);
        }
    }

    private void run() throws IOException {
        // A session of its own: no terminal's ^C or hang-up reaches the helper.
        syscalls.startSession();
        // Modes are given in full by the program.
        syscalls.attempt(SystemCall.UMASK, 0);
        Optional<LaunchRequest> request = awaitRequest();
        if (request.isPresent()) {
            writeOn(request.get().log());
            serve(request.get());
        }
    }

    /** Empty when whoever started this helper had no use for it, or died in the middle of the order. */
    private static Optional<LaunchRequest> awaitRequest() throws IOException {
        try {
            return Optional.of(
                    LaunchRequest.readFrom(
                            new DataInputStream(
                                    new BufferedInputStream(
                                            new FileInputStream(FileDescriptor.in),
                                            INPUT_BUFFER))));
        } catch (EOFException _) {
            return Optional.empty();
        }
    }

    private void writeOn(String log) {
        try (Fd file = syscalls.open(log, OpenFlags.O_WRONLY | OpenFlags.O_APPEND)) {
            syscalls.attempt(SystemCall.DUP3, file.number(), 2, 0);
        } catch (SyscallException _) {
            // Then what goes wrong later is said to nobody, but that is no reason to start nothing.
            return;
        }
    }

    private void serve(LaunchRequest request) throws IOException {
        Launch.Outcome outcome = launch(request);
        if (!(outcome.report() instanceof LaunchReport.Started(long initPid))) {
            report(outcome.report());
            return;
        }
        supervise(request, outcome, initPid);
    }

    private Launch.Outcome launch(LaunchRequest request) throws IOException {
        try {
            return new Launch(syscalls, request).run();
        } catch (RuntimeException e) {
            report(new LaunchReport.Broken(e.toString()));
            throw e;
        }
    }

    private void supervise(LaunchRequest request, Launch.Outcome outcome, long initPid)
            throws IOException {
        RunFolder folder = new RunFolder(syscalls, request);
        try (Fd listener = listen(folder)) {
            // Only now is there something to connect to for whoever hears of the start.
            report(new LaunchReport.Started(initPid));
            WaitStatus status =
                    new ContainerLife(syscalls, request, listener).live(outcome, initPid);
            folder.writeExitRecord(
                    new ExitRecord(syscalls.attempt(SystemCall.GETPID), status.raw()));
            LastWish.fulfil(request.lastWish());
        } finally {
            folder.removeSocket();
        }
    }

    private Fd listen(RunFolder folder) throws IOException {
        try {
            return folder.listen();
        } catch (IOException | RuntimeException e) {
            report(new LaunchReport.Broken(e.toString()));
            throw e;
        }
    }

    /** Sends the one report and closes both streams: whoever started the helper may be gone tomorrow. */
    private void report(LaunchReport report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.writeTo(new DataOutputStream(bytes));
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(bytes.toByteArray());
        } catch (IOException _) {
            // Nobody waits for it any more; the container runs all the same, and the next driver
            // finds it.
        }
        try (Fd nothing = syscalls.open("/dev/null", OpenFlags.O_RDWR)) {
            syscalls.attempt(SystemCall.DUP3, nothing.number(), 0, 0);
            syscalls.attempt(SystemCall.DUP3, nothing.number(), 1, 0);
        }
    }
}
