package dev.vsh.driver.lxc;

import dev.vsh.domain.Autostart.Readiness;
import dev.vsh.domain.InitEnd;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ExecEvent;
import dev.vsh.driver.ExecRequest;
import dev.vsh.driver.ExecStream;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.ProcessId;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.util.Optional;

/** Looks into a container for what says that it is ready. */
final class ReadinessCheck {
    private final Syscalls syscalls;
    private final Domain domain;
    private final RunRecord.Active active;

    ReadinessCheck(Syscalls syscalls, Domain domain, RunRecord.Active active) {
        this.syscalls = syscalls;
        this.domain = domain;
        this.active = active;
    }

    boolean isMet(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Started _ -> true;
            case Readiness.FileExists(String path) ->
                    active.init().filter(init -> has(init, path)).isPresent();
            case Readiness.CommandSucceeds(String command) -> succeeds(command);
        };
    }

    /** By no link out of the container, to a file of the host's. */
    private boolean has(ProcessId init, String path) {
        try (Fd root = syscalls.open("/proc/" + init.pid() + "/root", OpenFlags.O_PATH);
                Fd _ = syscalls.openInRoot(root, path, OpenFlags.O_PATH)) {
            return true;
        } catch (SyscallException _) {
            return false;
        }
    }

    /**
     * @throws DriverException OPERATION_FAILED when it has no shell
     */
    private boolean succeeds(String command) {
        try (ExecStream stream = domain.exec(ExecRequest.of("/bin/sh", "-c", command))) {
            stream.endInput();
            return end(stream).equals(new InitEnd.Exited(0));
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "cannot hear how '" + command + "' ended: " + e.getMessage(),
                    e);
        }
    }

    private static InitEnd end(ExecStream stream) throws IOException {
        Optional<InitEnd> end = Optional.empty();
        while (end.isEmpty()) {
            end =
                    switch (stream.next()) {
                        case ExecEvent.Output _, ExecEvent.Errors _ -> Optional.empty();
                        case ExecEvent.Ended(InitEnd how) -> Optional.of(how);
                    };
        }
        return end.get();
    }
}
