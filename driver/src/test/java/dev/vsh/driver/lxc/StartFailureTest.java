package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.driver.DriverException;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.ProgramSection;
import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.Argument;
import dev.vsh.plan.Instruction;
import dev.vsh.plan.SetupProgram;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

final class StartFailureTest {
    private final StartFailure failure =
            new StartFailure(
                    "web",
                    new SetupProgram(
                            List.of(),
                            CloneFlags.CLONE_NEWPID,
                            List.of(),
                            List.of(
                                    new Instruction(
                                            "find the init '/init'",
                                            SystemCall.CHDIR,
                                            List.of(Argument.text("/init")),
                                            Optional.empty(),
                                            Set.of())),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            3,
                            Optional.empty()));

    private String reason(LaunchReport report) {
        List<String> details =
                assertThrows(DriverException.class, () -> failure.initPid(report)).details();
        assertEquals(1, details.size());
        return details.getFirst();
    }

    @Test
    void initThatRunsIsNoFailure() {
        assertEquals(12, failure.initPid(new LaunchReport.Started(12)));
    }

    @Test
    void failedStepIsNamedWithItsOperandsAndTheReason() {
        assertEquals(
                "cannot start domain 'web': find the init '/init': chdir(\"/init\"): ENOENT (No"
                        + " such file or directory)",
                reason(new LaunchReport.StepFailed(ProgramSection.CONTAINER, 0, 2)));
    }

    @Test
    void errorThatOnlyTheKernelKnowsIsNamedToo() {
        assertEquals(
                "cannot start domain 'web': find the init '/init': chdir(\"/init\"): ENOTSUPP"
                        + " (Operation is not supported)",
                reason(new LaunchReport.StepFailed(ProgramSection.CONTAINER, 0, 524)));
    }

    @Test
    void failedCloneSaysWhichNamespaces() {
        assertEquals(
                "cannot start domain 'web': make the container's namespaces: clone(CLONE_NEWPID):"
                        + " EPERM (Operation not permitted)",
                reason(new LaunchReport.StepFailed(ProgramSection.CLONE, 0, 1)));
    }

    @Test
    void childThatDiedSaysWhereAndOfWhat() {
        assertEquals(
                "cannot start domain 'web': find the init '/init': killed by signal 9",
                reason(new LaunchReport.ChildDied(0, 9)));
    }

    @Test
    void childThatEndedByItselfSaysWith() {
        assertEquals(
                "cannot start domain 'web': find the init '/init': ended with status 127",
                reason(new LaunchReport.ChildDied(0, 127 << 8)));
    }

    @Test
    void childThatNeverBeganIsToldOf() {
        assertEquals(
                "cannot start domain 'web': begin the container: no progress, three times over",
                reason(new LaunchReport.ChildStuck(-1)));
    }
}
