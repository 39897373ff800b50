package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.ProcessId;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A helper that was started and is waiting for its request, or has been given it. */
final class HelperProcess {
    /** Where there is no log. */
    static final Path NOWHERE = Path.of("/dev/null");

    private final Process process;
    private final Path log;

    private HelperProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param log where its stderr goes, appended
     * @throws DriverException SYSTEM_ERROR when no JVM can be started
     */
    static HelperProcess spawn(Path log) {
        return spawn(HelperCommand.ofInstallation(), log);
    }

    /** One that nobody needs yet: what it has to say goes nowhere until it is told of a log. */
    static HelperProcess spare() {
        return spawn(HelperCommand.ofInstallation(), NOWHERE);
    }

    static HelperProcess spawn(HelperCommand command, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command.words())
                        .directory(new File("/"))
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("MALLOC_ARENA_MAX", "1");
        try {
            return new HelperProcess(builder.start(), log);
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot start the helper process: " + e.getMessage(),
                    e);
        }
    }

    /** The same helper; the request tells it of the log. */
    HelperProcess writingOn(Path other) {
        return new HelperProcess(process, other);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    /** Who it is, for the record that lets others find it. */
    ProcessId id() {
        return ProcessId.of(pid()).orElseThrow(this::died);
    }

    /** Sends the request and waits for how it went. */
    LaunchReport launch(LaunchRequest request) {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
            request.writeTo(out);
        } catch (IOException _) {
            throw died();
        }
        try (DataInputStream in = new DataInputStream(process.getInputStream())) {
            return LaunchReport.readFrom(in);
        } catch (EOFException _) {
            throw died();
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot read from the helper process: " + e.getMessage(),
                    e);
        }
    }

    /** Waits until it has ended by itself. */
    void awaitEnd() {
        process.onExit().join();
    }

    private DriverException died() {
        return new DriverException(
                ErrorCode.INTERNAL_ERROR,
                "the helper process ended before it was done; "
                        + (log.equals(NOWHERE) ? "it has no log" : "see '" + log + "'"));
    }

    /** Ends it, if it has not ended, and waits until it has. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
