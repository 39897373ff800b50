package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_WRONLY;

import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.CgroupPlan.DeviceControl;
import dev.vsh.plan.CgroupPlan.Hierarchy;
import dev.vsh.plan.DeviceGrant.Minor;

import java.util.List;

/**
 * The steps that let a container use a device and take that back: lines on v1, entries of the filter's table on v2.
 *
 * @param loops knows the numbers of loop devices
 */
record DeviceGrantSteps(ProgramBuilder.Section section, Hierarchy hierarchy, LoopNumbers loops) {
    private static final String ALLOW = "allow the container's devices";
    private static final String DENY = "deny the container a device";
    private static final int MINOR_DIGITS = 7;
    private static final int ACCESS_MASK = 0b111;
    private static final int BLOCK = 1;
    private static final int CHARACTER = 2;
    private static final int UPDATE_SIZE = 32;

    /** The kernel wants nothing but zeros behind what it reads. */
    private static final int KEY_SIZE = 16;

    /** The slot of a loop device's number, by the path of the node that shows it. */
    @FunctionalInterface
    interface LoopNumbers {
        Slot number(String device);
    }

    /**
     * @param groups the outermost first: on v1 none has what those above it have not
     */
    void allow(DeviceGrant grant, List<String> groups) {
        switch (hierarchy.devices()) {
            case DeviceControl.None _ -> {}
            case DeviceControl.Lines _ ->
                    groups.forEach(group -> write(ALLOW, group + "/devices.allow", grant));
            case DeviceControl.Filter _ ->
                    section.run(
                            ALLOW,
                            SystemCall.BPF,
                            Argument.constant(DeviceFlags.BPF_MAP_UPDATE_ELEM),
                            entry(grant),
                            Argument.number(UPDATE_SIZE));
        }
    }

    /**
     * @param group the outermost: on v1 those below it lose what it loses
     */
    void deny(DeviceGrant grant, String group) {
        switch (hierarchy.devices()) {
            case DeviceControl.None _ -> {}
            case DeviceControl.Lines _ -> write(DENY, group + "/devices.deny", grant);
            case DeviceControl.Filter _ ->
                    section.tolerating(Errno.ENOENT)
                            .run(
                                    DENY,
                                    SystemCall.BPF,
                                    Argument.constant(DeviceFlags.BPF_MAP_DELETE_ELEM),
                                    entry(grant),
                                    Argument.number(KEY_SIZE));
        }
    }

    private void write(String label, String path, DeviceGrant grant) {
        Slot file =
                section.get(
                        "device-file",
                        label,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text(path),
                        Argument.flags(O_WRONLY, O_CLOEXEC));
        String before = grant.kind() + " " + grant.major() + ":";
        String after = " " + grant.access();
        switch (grant.minor()) {
            case Minor.One(int minor) -> {
                String line = before + minor + after;
                section.run(
                        label,
                        SystemCall.WRITE,
                        Argument.result(file),
                        Argument.text(line),
                        Argument.number(line.length()));
            }
            // How long the number is nobody knows: the kernel strips the blanks behind the line.
            case Minor.OfLoop(String device) ->
                    section.run(
                            label,
                            SystemCall.WRITE,
                            Argument.result(file),
                            new Argument.Formatted(
                                    before,
                                    loops.number(device),
                                    after + " ".repeat(MINOR_DIGITS - 1)),
                            Argument.number(before.length() + MINOR_DIGITS + after.length()));
        }
        section.run(label, SystemCall.CLOSE, Argument.result(file));
    }

    /** {@code union bpf_attr} of BPF_MAP_UPDATE_ELEM, and, in its first half, of the deletion. */
    private Argument entry(DeviceGrant grant) {
        var key =
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Int32(grant.kind() == 'b' ? BLOCK : CHARACTER),
                                new Argument.Field.Int32(grant.major()),
                                minor(grant)),
                        "[…]");
        var refused =
                new Argument.Structure(
                        List.of(new Argument.Field.Int32(ACCESS_MASK & ~accessBits(grant))), "[…]");
        return new Argument.Structure(
                List.of(
                        new Argument.Field.Result32(Slot.DEVICE_TABLE),
                        new Argument.Field.Int32(0),
                        new Argument.Field.Pointer(key),
                        new Argument.Field.Pointer(refused),
                        new Argument.Field.Int64(0)),
                "{" + Slot.DEVICE_TABLE + ", " + text(grant) + "}");
    }

    private Argument.Field minor(DeviceGrant grant) {
        return switch (grant.minor()) {
            case Minor.One(int number) -> new Argument.Field.Int32(number);
            case Minor.OfLoop(String device) -> new Argument.Field.Result32(loops.number(device));
        };
    }

    private String text(DeviceGrant grant) {
        String minor =
                switch (grant.minor()) {
                    case Minor.One(int number) -> Integer.toString(number);
                    case Minor.OfLoop(String device) -> loops.number(device).toString();
                };
        return grant.kind() + " " + grant.major() + ":" + minor + " " + grant.access();
    }

    private static int accessBits(DeviceGrant grant) {
        return (grant.access().contains("m") ? 1 : 0)
                | (grant.access().contains("r") ? 2 : 0)
                | (grant.access().contains("w") ? 4 : 0);
    }

    /** The table that the filter looks into. Its entries are made when they are needed: BPF_F_NO_PREALLOC. */
    static void makeTable(ProgramBuilder.Section section) {
        int hash = 1;
        int keySize = 12;
        int valueSize = 4;
        int entries = 256;
        int noPreallocation = 1;
        section.keep(
                Slot.DEVICE_TABLE,
                ALLOW,
                SystemCall.BPF,
                Argument.constant(DeviceFlags.BPF_MAP_CREATE),
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Int32(hash),
                                new Argument.Field.Int32(keySize),
                                new Argument.Field.Int32(valueSize),
                                new Argument.Field.Int32(entries),
                                new Argument.Field.Int32(noPreallocation)),
                        "{BPF_MAP_TYPE_HASH, " + entries + " devices}"),
                Argument.number(20));
    }
}
