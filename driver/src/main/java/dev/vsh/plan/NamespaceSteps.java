package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_RDONLY;

import dev.vsh.linux.SystemCall;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps into namespaces of others and back. The helper's thread joins, the child is born there, and the thread
 * returns: a child with a user namespace of its own would have no right to join.
 */
final class NamespaceSteps {
    private final ContainerPlan plan;
    private final ProgramBuilder program;

    NamespaceSteps(ContainerPlan plan, ProgramBuilder program) {
        this.plan = plan;
        this.program = program;
    }

    /** All that follows in this section is made in them. */
    void join() {
        List<Slot> opened = new ArrayList<>();
        for (JoinedNamespace each : plan.joined()) {
            opened.add(open(program.prepare(), "find the " + each.what(), each.path()));
        }
        for (int i = 0; i < opened.size(); i++) {
            JoinedNamespace each = plan.joined().get(i);
            enter(program.prepare(), "join the " + each.what(), opened.get(i), each.kind());
        }
        leave(program.release());
    }

    /** As soon as there is a child; and on release, for a start that failed on the way. */
    void leave() {
        leave(program.attach());
    }

    /**
     * A Java program's main thread is not the one that its process began with, which has never left: by {@code
     * /proc/self} that one is meant, and the joining thread would be {@code /proc/thread-self}.
     */
    private void leave(ProgramBuilder.Section section) {
        for (JoinedNamespace each : plan.joined()) {
            String label = "return to the host's namespaces";
            Slot home = open(section, label, "/proc/self/ns/" + each.file());
            enter(section, label, home, each.kind());
            section.run(label, SystemCall.CLOSE, Argument.result(home));
        }
    }

    private static Slot open(ProgramBuilder.Section section, String label, String path) {
        return section.get(
                "namespace",
                label,
                SystemCall.OPENAT,
                Argument.constant(AT_FDCWD),
                Argument.text(path),
                Argument.flags(O_RDONLY, O_CLOEXEC));
    }

    private static void enter(
            ProgramBuilder.Section section, String label, Slot namespace, Namespace kind) {
        section.run(
                label,
                SystemCall.SETNS,
                Argument.result(namespace),
                Argument.constant(kind.flag()));
    }
}
