package dev.vsh.helper.protocol;

import dev.vsh.linux.Signals;
import dev.vsh.linux.WaitStatus;

/** What the end of an init means. */
public enum InitEnding {
    /** It ended by itself or powered off. */
    POWER_OFF,
    REBOOT,
    /** A signal ended it. */
    CRASH;

    /** In a PID namespace, reboot(2) ends the init by SIGINT for a power-off or halt and by SIGHUP for a reboot. */
    public static InitEnding of(WaitStatus status) {
        if (!status.isSignaled()) {
            return POWER_OFF;
        }
        return switch (status.signal()) {
            case Signals.SIGINT -> POWER_OFF;
            case Signals.SIGHUP -> REBOOT;
            default -> CRASH;
        };
    }
}
