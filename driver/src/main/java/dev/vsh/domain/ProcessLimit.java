package dev.vsh.domain;

/** How many processes and threads a container may have at a time; {@code <vsh:pids>}. */
public sealed interface ProcessLimit {
    /** What a container gets that says nothing. */
    record Standard() implements ProcessLimit {}

    /** As many as the host lets it. */
    record Unlimited() implements ProcessLimit {}

    /**
     * @param count 1 to 4194304, the kernel's own limit of process ids
     */
    record AtMost(long count) implements ProcessLimit {}
}
