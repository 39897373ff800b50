package dev.vsh.cgroup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;

/**
 * Stops everything in a container at once and lets it go on. What the kernel says is the only state that there is: it
 * outlives whoever asked.
 */
public final class Freezer {
    private static final int TRIES = 2000;
    private static final int PAUSE_MILLIS = 5;

    private final Path group;
    private final Version version;

    private Freezer(Path group, Version version) {
        this.group = group;
        this.version = version;
    }

    /**
     * @param mounted a v1 hierarchy with the freezer, or the v2 one
     * @param group the container's outer one: its processes cannot thaw that
     */
    static Freezer of(CgroupHost.Mounted mounted, Path group) {
        return new Freezer(
                group,
                switch (mounted) {
                    case CgroupHost.Mounted.V1 _ -> Version.V1;
                    case CgroupHost.Mounted.V2 _ -> Version.V2;
                });
    }

    /** The words of each version, from Documentation/admin-guide/cgroup-v1/freezer-subsystem.rst and cgroup-v2.rst. */
    private enum Version {
        V1("freezer.state", "FROZEN", "THAWED"),
        V2("cgroup.freeze", "1", "0");

        private final String file;
        private final String freeze;
        private final String thaw;

        Version(String file, String freeze, String thaw) {
            this.file = file;
            this.freeze = freeze;
            this.thaw = thaw;
        }
    }

    /** Whether the container is stopped or about to be, by its own group or one above. */
    public boolean isFrozen() {
        try {
            // Of a group above, v1 tells in the same file.
            return !read(version.file).equals(version.thaw)
                    || (version == Version.V2 && isStopped());
        } catch (UncheckedIOException _) {
            // It has just ended.
            return false;
        }
    }

    /** Whether the last process has stopped. */
    private boolean isStopped() {
        return switch (version) {
            case V1 -> read(version.file).equals(version.freeze);
            case V2 -> read("cgroup.events").lines().anyMatch("frozen 1"::equals);
        };
    }

    /**
     * Freezes and waits, ten seconds at most; what has not frozen by then is thawed again.
     *
     * @return whether all is frozen
     * @throws UncheckedIOException when the kernel does not take the order
     */
    public boolean freeze() {
        boolean frozen = false;
        try {
            // v1 leaves out what was forking or being traced at that moment, until it is told anew.
            frozen =
                    await(
                            () -> {
                                write(group, version.freeze);
                                return isStopped();
                            });
        } finally {
            if (!frozen) {
                write(group, version.thaw);
            }
        }
        return frozen;
    }

    /**
     * Lets the container go on.
     *
     * @return false when it stays frozen, because a group above it is
     * @throws UncheckedIOException when the kernel does not take the order
     */
    public boolean thaw() {
        write(group, version.thaw);
        return await(() -> !isFrozen());
    }

    /**
     * For processes that have been killed. On v1 one that is frozen does not die, and a container may have frozen
     * itself; on v2 it does.
     */
    public void thawAll() {
        switch (version) {
            case V1 -> GroupTree.of(group).forEach(this::thawIfThere);
            case V2 -> {}
        }
    }

    private void thawIfThere(Path each) {
        try {
            write(each, version.thaw);
        } catch (UncheckedIOException _) {
            // Gone already, or not ours: then the wait for the processes' end tells.
        }
    }

    private static boolean await(BooleanSupplier condition) {
        for (int left = TRIES; left > 0; left--) {
            if (condition.getAsBoolean()) {
                return true;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private String read(String file) {
        try {
            return Files.readString(group.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path each, String text) {
        try {
            // Without CREATE: in a group that has gone there is no file to make.
            Files.writeString(each.resolve(version.file), text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
