package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.ProgramSection;
import dev.vsh.linux.Errno;
import dev.vsh.linux.WaitStatus;
import dev.vsh.plan.Instruction;
import dev.vsh.plan.SetupProgram;

import java.util.List;

/** Says in words what a helper reports in numbers. */
final class StartFailure {
    private final String domain;
    private final SetupProgram program;

    StartFailure(String domain, SetupProgram program) {
        this.domain = domain;
        this.program = program;
    }

    /**
     * @throws DriverException unless the init runs
     */
    long initPid(LaunchReport report) {
        return switch (report) {
            case LaunchReport.Started(long initPid) -> initPid;
            case LaunchReport.StepFailed(ProgramSection section, int index, int errno) ->
                    throw failed(stepFailed(section, index, Errno.of(errno)));
            case LaunchReport.ChildStuck(int index) ->
                    throw failed(last(index) + ": no progress, three times over");
            case LaunchReport.ChildDied(int index, int status) ->
                    throw failed(last(index) + ": " + end(new WaitStatus(status)));
            case LaunchReport.Broken(String reason) ->
                    throw new DriverException(
                            ErrorCode.INTERNAL_ERROR,
                            prefix() + "the helper process failed: " + reason);
        };
    }

    private static String end(WaitStatus status) {
        return status.isSignaled()
                ? "killed by signal " + status.signal()
                : "ended with status " + status.exitStatus();
    }

    private String prefix() {
        return "cannot start domain '" + domain + "': ";
    }

    private DriverException failed(String reason) {
        return new DriverException(ErrorCode.OPERATION_FAILED, prefix() + reason);
    }

    private String stepFailed(ProgramSection section, int index, Errno errno) {
        List<Instruction> instructions =
                switch (section) {
                    case PREPARE -> program.prepare();
                    case ATTACH -> program.attach();
                    case CONTAINER -> program.container();
                    case CLONE -> List.of();
                };
        String because = errno.name() + " (" + errno.meaning() + ")";
        if (section == ProgramSection.CLONE) {
            return "make the container's namespaces: clone("
                    + program.cloneFlags().name()
                    + "): "
                    + because;
        }
        Instruction instruction = instructions.get(index);
        String advice = instruction.advice().getOrDefault(errno, "");
        return instruction.label()
                + ": "
                + instruction.callText()
                + ": "
                + because
                + (advice.isEmpty() ? "" : "; " + advice);
    }

    private String last(int index) {
        return index < 0 ? "begin the container" : program.container().get(index).label();
    }
}
