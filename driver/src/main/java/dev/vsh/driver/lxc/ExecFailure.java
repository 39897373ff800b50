package dev.vsh.driver.lxc;

import dev.vsh.driver.CommandNotRunException;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.ProgramSection;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.SetupProgram;

import java.util.Set;

/** Says in words why a command did not run. */
final class ExecFailure {
    private static final Set<Errno> MISSING = Set.of(Errno.ENOENT, Errno.ENOTDIR);

    private final String domain;
    private final String command;
    private final SetupProgram program;

    ExecFailure(String domain, String command, SetupProgram program) {
        this.domain = domain;
        this.command = command;
        this.program = program;
    }

    void throwUnlessStarted(LaunchReport report) {
        if (report instanceof LaunchReport.StepFailed(var section, int index, int number)
                && section == ProgramSection.CONTAINER
                && program.container().get(index).call() == SystemCall.EXECVE) {
            throw notRun(Errno.of(number));
        }
        if (!(report instanceof LaunchReport.Started)) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "cannot run '"
                            + command
                            + "' in domain '"
                            + domain
                            + "': "
                            + new LaunchFailure(program).reason(report));
        }
    }

    private CommandNotRunException notRun(Errno errno) {
        boolean missing = MISSING.contains(errno);
        return new CommandNotRunException(
                !missing,
                "cannot run '"
                        + command
                        + "' in domain '"
                        + domain
                        + "': "
                        + (missing ? "there is no such command" : errno.meaning()));
    }
}
