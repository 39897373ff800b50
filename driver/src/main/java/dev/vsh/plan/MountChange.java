package dev.vsh.plan;

import static dev.vsh.linux.MountFlags.MNT_DETACH;
import static dev.vsh.linux.MountFlags.UMOUNT_NOFOLLOW;

import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.Map;
import java.util.Optional;

/** The steps that mount and unmount in a running container. */
final class MountChange {
    private final ProgramBuilder program;
    private final VisitSteps visit;

    MountChange(ProgramBuilder program) {
        this.program = program;
        this.visit = new VisitSteps(program);
    }

    /**
     * @param owner the container's root, where that is not the host's
     */
    void mount(MountPlan plan, Optional<FileOwner> owner) {
        Optional<Slot> source =
                switch (plan.source()) {
                    case MountPlan.Source.Host(HostTree tree) -> Optional.of(open(plan, tree));
                    case MountPlan.Source.ContainerPath _, MountPlan.Source.Memory _ ->
                            Optional.empty();
                };
        visit.enter(owner);
        new Mounting(program.prepare(), visit.root()).mount(plan, source);
        visit.leave();
    }

    private Slot open(MountPlan plan, HostTree tree) {
        String label = "open '" + tree.path() + "' for " + plan.target();
        Slot source =
                new SourceSteps(program)
                        .open("source", label, tree, plan.target(), plan.readonly());
        tree.idMapping()
                .ifPresent(
                        mapping ->
                                SourceSteps.mapIds(
                                        program.prepare(), Slot.INIT, source, tree, mapping));
        return source;
    }

    /**
     * @param place where it is, free of symbolic links
     * @param lazily with all that is mounted below it, and for whom it is in use later
     */
    void unmount(String place, boolean lazily) {
        String label = "unmount '" + place + "'";
        visit.enter(Optional.empty());
        Slot folder = new Targets(program.prepare(), visit.root()).folderOf(label, place);
        String gone = "nothing is mounted there any more";
        program.prepare()
                .advising(
                        Map.of(
                                Errno.EBUSY,
                                "something in the container uses it: an open file, or a process"
                                        + " that stands in it",
                                Errno.EINVAL,
                                gone,
                                Errno.ENOENT,
                                gone))
                .run(
                        label,
                        SystemCall.UMOUNT2,
                        new Argument.Formatted(
                                "/proc/self/fd/", folder, "/" + Targets.lastName(place)),
                        lazily
                                ? Argument.flags(UMOUNT_NOFOLLOW, MNT_DETACH)
                                : Argument.constant(UMOUNT_NOFOLLOW));
        visit.leave();
    }
}
