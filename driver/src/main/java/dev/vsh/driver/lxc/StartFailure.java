package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.plan.SetupProgram;

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
        String reason = new LaunchFailure(program).reason(report);
        return switch (report) {
            case LaunchReport.Started(long initPid) -> initPid;
            case LaunchReport.StepFailed _, LaunchReport.ChildDied _ -> throw failed(reason);
            case LaunchReport.ChildStuck _ -> throw failed(reason + ", three times over");
            case LaunchReport.Broken _ ->
                    throw new DriverException(ErrorCode.INTERNAL_ERROR, prefix() + reason);
        };
    }

    private String prefix() {
        return "cannot start domain '" + domain + "': ";
    }

    private DriverException failed(String reason) {
        return new DriverException(ErrorCode.OPERATION_FAILED, prefix() + reason);
    }
}
