package dev.vsh.plan;

import dev.vsh.domain.ByteSize;

/**
 * A filesystem of the container besides its root.
 *
 * @param target absolute path inside the container, made when it is missing
 */
public record MountPlan(Source source, String target, boolean readonly) {
    /** What is mounted. */
    public sealed interface Source {
        /** Something of the host's. */
        record Host(HostTree tree) implements Source {}

        /** A path inside the container, folder or file, looked up when its turn comes. */
        record ContainerPath(String path) implements Source {}

        /** A tmpfs. */
        record Memory(ByteSize size) implements Source {}
    }
}
