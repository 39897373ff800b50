package dev.vsh.plan;

import dev.vsh.linux.Constant;
import dev.vsh.linux.SystemCall;

import java.util.List;

/** The step that tells the kernel where to take memory from. Every process of the container inherits it. */
final class MemoryPolicySteps {
    private static final Constant MPOL_PREFERRED = new Constant("MPOL_PREFERRED", 1);
    private static final Constant MPOL_INTERLEAVE = new Constant("MPOL_INTERLEAVE", 3);

    /** The kernel takes one off: get_nodes() in mm/mempolicy.c. */
    private static final int MAX_NODE = Long.SIZE + 1;

    private final ContainerPlan plan;
    private final ProgramBuilder program;

    MemoryPolicySteps(ContainerPlan plan, ProgramBuilder program) {
        this.plan = plan;
        this.program = program;
    }

    /** In the container's cgroup already: nodes outside of its cpuset are refused. */
    void choose() {
        plan.memoryPolicy()
                .ifPresent(
                        policy ->
                                program.container()
                                        .run(
                                                "choose memory nodes",
                                                SystemCall.SET_MEMPOLICY,
                                                Argument.constant(mode(policy.mode())),
                                                new Argument.Structure(
                                                        List.of(
                                                                new Argument.Field.Int64(
                                                                        policy.nodes())),
                                                        String.format("{0x%x}", policy.nodes())),
                                                Argument.number(MAX_NODE)));
    }

    private static Constant mode(MemoryPolicyPlan.Mode mode) {
        return switch (mode) {
            case PREFERRED -> MPOL_PREFERRED;
            case INTERLEAVE -> MPOL_INTERLEAVE;
        };
    }
}
