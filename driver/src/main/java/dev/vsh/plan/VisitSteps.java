package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_DIRECTORY;
import static dev.vsh.linux.FileFlags.O_PATH;
import static dev.vsh.linux.FileFlags.O_RDONLY;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.Constant;
import dev.vsh.linux.SystemCall;

import java.util.Optional;

/**
 * The steps of the helper's thread to the mounts of a running container and back: nobody may mount, or unmount, where
 * he is not. It takes the host's root folder along, so that all that it opens by a path is the host's, whatever it may
 * be, and reaches the container by descriptor only.
 */
final class VisitSteps {
    private static final String FIND = "find the container's root";
    private static final String ENTER = "enter the container's mounts";
    private static final String LEAVE = "leave the container's mounts";
    private static final String BECOME = "make files as the container's root";
    private static final String REMAIN = "make files as the host's root";

    private final ProgramBuilder program;
    private final Slot root;
    private final Slot mounts;
    private final Slot home;
    private final Slot hostRoot;

    /** Finds the way, and sees to the way back of a change that fails. */
    VisitSteps(ProgramBuilder program) {
        this.program = program;
        this.root =
                open(
                        "root",
                        new Argument.Formatted("/proc/", Slot.INIT, "/root"),
                        O_PATH,
                        O_DIRECTORY);
        this.mounts =
                open("mounts", new Argument.Formatted("/proc/", Slot.INIT, "/ns/mnt"), O_RDONLY);
        // See NamespaceSteps for why that is the host's.
        this.home = open("home", Argument.text("/proc/self/ns/mnt"), O_RDONLY);
        this.hostRoot = open("host-root", Argument.text("/"), O_PATH, O_DIRECTORY);
        remain(program.release());
        leave(program.release());
    }

    private Slot open(String name, Argument path, Constant... flags) {
        return program.prepare()
                .get(
                        name,
                        FIND,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        path,
                        Argument.flags(with(flags)));
    }

    private static Constant[] with(Constant... flags) {
        return new Constant[] {Constant.or(flags), O_CLOEXEC};
    }

    /** The container's root folder. */
    Slot root() {
        return root;
    }

    /**
     * What is made between {@code enter} and {@code leave} is made among the container's mounts.
     *
     * @param owner whose the files are that are made there, where that is not the host's root
     */
    void enter(Optional<FileOwner> owner) {
        var prepare = program.prepare();
        // A thread that shares its root folder with others, as those of a JVM do, cannot change
        // its mounts.
        prepare.run(ENTER, SystemCall.UNSHARE, Argument.constant(CloneFlags.CLONE_FS));
        prepare.run(
                ENTER,
                SystemCall.SETNS,
                Argument.result(mounts),
                Argument.constant(CloneFlags.CLONE_NEWNS));
        standOnHost(prepare, ENTER);
        owner.ifPresent(
                user -> {
                    prepare.run(BECOME, SystemCall.SETFSGID, Argument.number(user.gid()));
                    prepare.run(BECOME, SystemCall.SETFSUID, Argument.number(user.uid()));
                });
    }

    void leave() {
        remain(program.prepare());
        leave(program.prepare());
    }

    private void remain(ProgramBuilder.Section section) {
        var visiting = section.given(home);
        visiting.run(REMAIN, SystemCall.SETFSUID, Argument.number(0));
        visiting.run(REMAIN, SystemCall.SETFSGID, Argument.number(0));
    }

    private void leave(ProgramBuilder.Section section) {
        section.run(
                LEAVE,
                SystemCall.SETNS,
                Argument.result(home),
                Argument.constant(CloneFlags.CLONE_NEWNS));
        standOnHost(section, LEAVE);
    }

    private void standOnHost(ProgramBuilder.Section section, String label) {
        section.run(label, SystemCall.FCHDIR, Argument.result(hostRoot));
        section.given(hostRoot).run(label, SystemCall.CHROOT, Argument.text("."));
    }
}
