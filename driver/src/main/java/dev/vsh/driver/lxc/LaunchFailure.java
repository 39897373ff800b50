package dev.vsh.driver.lxc;

import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.ProgramSection;
import dev.vsh.linux.Errno;
import dev.vsh.linux.WaitStatus;
import dev.vsh.plan.Instruction;
import dev.vsh.plan.SetupProgram;

import java.util.List;

/** Says in words why a program did not get to its end. */
final class LaunchFailure {
    private final SetupProgram program;

    LaunchFailure(SetupProgram program) {
        this.program = program;
    }

    /** What a helper reports in numbers. */
    String reason(LaunchReport report) {
        return switch (report) {
            case LaunchReport.Started _ -> "it runs";
            case LaunchReport.StepFailed(ProgramSection section, int index, int errno) ->
                    stepFailed(section, index, Errno.of(errno));
            case LaunchReport.ChildStuck(int index) -> last(index) + ": no progress";
            case LaunchReport.ChildDied(int index, int status) ->
                    last(index) + ": " + end(new WaitStatus(status));
            case LaunchReport.Broken(String reason) -> "the helper process failed: " + reason;
        };
    }

    private static String end(WaitStatus status) {
        return status.isSignaled()
                ? "killed by signal " + status.signal()
                : "ended with status " + status.exitStatus();
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
