package dev.vsh.driver.lxc.hook;

import java.util.Locale;

/** When hooks are run; libvirt's words for it. */
public enum HookMoment {
    /** Nothing has been made yet. */
    PREPARE("begin"),
    /** Everything has been made but the container. */
    START("begin"),
    /** The init runs. */
    STARTED("begin"),
    /** The container has ended; what was made for it may still be there. */
    STOPPED("end"),
    /** All that was made is gone. */
    RELEASE("end");

    private final String part;

    HookMoment(String part) {
        this.part = part;
    }

    String operation() {
        return name().toLowerCase(Locale.ROOT);
    }

    String part() {
        return part;
    }
}
