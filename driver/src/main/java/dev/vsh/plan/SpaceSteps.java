package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_DIRECTORY;
import static dev.vsh.linux.FileFlags.O_RDONLY;

import dev.vsh.domain.ByteSize;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.List;
import java.util.Map;

/** The steps that limit how much a subvolume of btrfs may hold: decision 0014. */
final class SpaceSteps {
    /** BTRFS_QGROUP_LIMIT_MAX_RFER in {@code linux/btrfs.h}: all that the subvolume refers to, shared or not. */
    private static final long MAX_REFERENCED = 1;

    private final ProgramBuilder.Section section;
    private final String path;

    SpaceSteps(ProgramBuilder.Section section, String path) {
        this.section = section;
        this.path = path;
    }

    void limit(ByteSize size) {
        String label = "limit the space of '" + path + "'";
        Slot subvolume =
                section.get(
                        "subvolume",
                        label,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text(path),
                        Argument.flags(O_RDONLY, O_DIRECTORY, O_CLOEXEC));
        String off = "its quotas are off; try: btrfs quota enable " + path;
        section.advising(Map.of(Errno.ENOTCONN, off, Errno.EINVAL, off))
                .run(
                        label,
                        SystemCall.IOCTL,
                        Argument.result(subvolume),
                        Argument.constant(DeviceFlags.BTRFS_IOC_QGROUP_LIMIT),
                        limits(size));
        section.run(label, SystemCall.CLOSE, Argument.result(subvolume));
    }

    /** {@code struct btrfs_ioctl_qgroup_limit_args}: the subvolume's own group, and five limits or none. */
    private static Argument limits(ByteSize size) {
        var none = new Argument.Field.Int64(0);
        return new Argument.Structure(
                List.of(
                        none,
                        new Argument.Field.Int64(MAX_REFERENCED),
                        new Argument.Field.Int64(size.bytes()),
                        none,
                        none,
                        none),
                "{max_rfer=" + size.bytes() + "}");
    }
}
