package dev.vsh.machine;

import java.time.Duration;

/**
 * Time since the machine started.
 *
 * @param user with what ran at a nicer priority
 * @param system with what interrupts took
 * @param waiting idle while something waited for a disk
 */
public record ProcessorTime(Duration user, Duration system, Duration idle, Duration waiting) {
    public Duration total() {
        return user.plus(system).plus(idle).plus(waiting);
    }

    /** What has been added since an earlier look. */
    public ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(
                user.minus(earlier.user),
                system.minus(earlier.system),
                idle.minus(earlier.idle),
                waiting.minus(earlier.waiting));
    }
}
