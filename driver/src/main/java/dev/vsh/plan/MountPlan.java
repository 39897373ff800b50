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
        /**
         * A folder of the host or, when not {@code folder}, a file; everything mounted below comes with it.
         */
        record HostPath(String path, boolean folder) implements Source {}

        /** A path inside the container, looked up when its turn comes. */
        record ContainerPath(String path) implements Source {}

        /** A tmpfs. */
        record Memory(ByteSize size) implements Source {}
    }
}
