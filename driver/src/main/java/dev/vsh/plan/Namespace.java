package dev.vsh.plan;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.Constant;

/** The kinds of namespace that a container can have for itself, in the order of clone(2)'s manual. */
public enum Namespace {
    MOUNT(CloneFlags.CLONE_NEWNS),
    UTS(CloneFlags.CLONE_NEWUTS),
    IPC(CloneFlags.CLONE_NEWIPC),
    PID(CloneFlags.CLONE_NEWPID),
    NETWORK(CloneFlags.CLONE_NEWNET),
    USER(CloneFlags.CLONE_NEWUSER);

    private final Constant flag;

    Namespace(Constant flag) {
        this.flag = flag;
    }

    Constant flag() {
        return flag;
    }
}
