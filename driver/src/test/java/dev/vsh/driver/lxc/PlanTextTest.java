package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.driver.DomainPlan;
import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.Argument;
import dev.vsh.plan.Instruction;
import dev.vsh.plan.SetupProgram;
import dev.vsh.plan.Slot;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

final class PlanTextTest {
    private static Instruction step(String label, SystemCall call, Argument... arguments) {
        return new Instruction(label, call, List.of(arguments), Optional.empty(), Set.of());
    }

    private static final SetupProgram PROGRAM =
            new SetupProgram(
                    List.of(
                            new Instruction(
                                    "open the folder",
                                    SystemCall.OPENAT,
                                    List.of(Argument.text("/a")),
                                    Optional.of(new Slot(7, "folder")),
                                    Set.of(Errno.EPERM, Errno.ENOENT))),
                    CloneFlags.SIGCHLD,
                    List.of(step("go", SystemCall.GETPID)),
                    List.of(step("enter it", SystemCall.FCHDIR, Argument.number(3))),
                    List.of("/sys/fs/cgroup/x"),
                    List.of(step("tidy up", SystemCall.UMASK, Argument.octal(022))),
                    List.of(),
                    List.of(),
                    List.of(),
                    8,
                    Optional.empty());

    @Test
    void sectionsAreInTheOrderInWhichTheyRun() {
        assertEquals(
                List.of(
                        "prepare, on the host",
                        "clone",
                        "attach, on the host",
                        "set up, in the container",
                        "release, when it has ended"),
                PlanText.of(PROGRAM).sections().stream().map(DomainPlan.Section::title).toList());
    }

    @Test
    void stepSaysWhyAndWhatItsResultIsCalledAndWhatItMayFailWith() {
        assertEquals(
                List.of(
                        new DomainPlan.Step(
                                "open the folder",
                                "openat(\"/a\") = {folder}  [or ENOENT, EPERM]")),
                PlanText.of(PROGRAM).sections().getFirst().steps());
    }

    @Test
    void cgroupsAreRemovedBeforeTheRest() {
        assertEquals(
                List.of(
                        new DomainPlan.Step(
                                "remove the container's cgroup", "rmdir -r \"/sys/fs/cgroup/x\""),
                        new DomainPlan.Step("tidy up", "umask(022)")),
                PlanText.of(PROGRAM).sections().getLast().steps());
    }
}
