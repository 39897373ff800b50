package dev.vsh.driver;

/**
 * A process of a container.
 *
 * @param hostPid as the host sees it
 * @param pid as the container's init sees it; of one in a PID namespace further in, too
 * @param hostParent its parent as the host sees it; of the init, and of commands that came from outside, it is none of
 *     the container's
 * @param user whom the container calls its owner: a name, else a number; the host's number where the container has none
 * @param command with its arguments; the kernel's name for it, in brackets, where there are none
 */
public record ContainerProcess(
        long hostPid, long pid, long hostParent, String user, String command) {}
