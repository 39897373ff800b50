package dev.vsh.driver.lxc.hook;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Signals;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One script at one moment: in a session of its own, so that it can be ended with all that it has started. */
record HookRun(Syscalls syscalls, Path script, String domain, HookMoment moment, Duration timeout) {
    /** Of util-linux or busybox: it becomes the script, whose process id so is that of the group. */
    private static final String SESSION = "setsid";

    /**
     * @throws DriverException HOOK_SCRIPT_FAILED
     */
    void run(String xml) {
        try {
            // Files, not pipes: neither a script that does not read nor one that leaves a process
            // behind holds us up.
            Path input = Files.createTempFile("vsh-hook", ".xml");
            Path output = Files.createTempFile("vsh-hook", ".txt");
            try {
                Files.writeString(input, xml);
                run(start(input, output), output);
            } finally {
                Files.deleteIfExists(input);
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw failed("cannot be run: " + e.getMessage());
        }
    }

    private Process start(Path input, Path output) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                SESSION,
                                script.toString(),
                                domain,
                                moment.operation(),
                                moment.part(),
                                "-")
                        .directory(Path.of("/").toFile())
                        .redirectInput(input.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("HOME", "USER", "LOGNAME", "TMPDIR"));
        environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        environment.put("LC_ALL", "C");
        return builder.start();
    }

    private void run(Process process, Path output) throws IOException {
        if (!hasEnded(process)) {
            syscalls.attempt(SystemCall.KILL, -process.pid(), Signals.SIGKILL);
            process.destroyForcibly();
            throw failed("did not end within " + timeout.toSeconds() + " s and was killed");
        }
        if (process.exitValue() != 0) {
            String said = firstLine(output);
            throw failed(
                    "ended with status "
                            + process.exitValue()
                            + (said.isEmpty() ? "" : ": " + said));
        }
    }

    private boolean hasEnded(Process process) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String firstLine(Path output) throws IOException {
        String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        return said.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private DriverException failed(String reason) {
        return new DriverException(
                ErrorCode.HOOK_SCRIPT_FAILED,
                "hook '%s' (%s %s) of domain '%s' %s"
                        .formatted(script, moment.operation(), moment.part(), domain, reason));
    }
}
