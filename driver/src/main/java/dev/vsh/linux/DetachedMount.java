package dev.vsh.linux;

import java.lang.ref.Reference;
import java.util.List;

/** A filesystem that is mounted nowhere, for reading; it is unmounted when its descriptor is closed. */
public final class DetachedMount {
    private static final long ATTRIBUTES =
            Constant.or(
                            MountFlags.MOUNT_ATTR_RDONLY,
                            MountFlags.MOUNT_ATTR_NOSUID,
                            MountFlags.MOUNT_ATTR_NODEV,
                            MountFlags.MOUNT_ATTR_NOEXEC)
                    .value();

    private DetachedMount() {}

    /**
     * @param type the kernel's name of it
     * @param options without values
     * @throws SyscallException what the kernel says about the filesystem
     */
    public static Fd open(Syscalls syscalls, String type, String device, List<String> options) {
        try (Fd context = context(syscalls, type)) {
            setSource(syscalls, context, device);
            options.forEach(option -> setOption(syscalls, context, option));
            syscalls.require(
                    SystemCall.FSCONFIG,
                    List.of(type, device),
                    context.number(),
                    MountFlags.FSCONFIG_CMD_CREATE.value());
            return syscalls.adopt(
                    syscalls.require(
                            SystemCall.FSMOUNT,
                            List.of(type, device),
                            context.number(),
                            MountFlags.FSMOUNT_CLOEXEC.value(),
                            ATTRIBUTES));
        }
    }

    private static Fd context(Syscalls syscalls, String type) {
        NativeMemory name = NativeMemory.ofString(type);
        try {
            return syscalls.adopt(
                    syscalls.require(
                            SystemCall.FSOPEN,
                            List.of(type),
                            name.address(),
                            MountFlags.FSOPEN_CLOEXEC.value()));
        } finally {
            Reference.reachabilityFence(name);
        }
    }

    private static void setSource(Syscalls syscalls, Fd context, String device) {
        NativeMemory key = NativeMemory.ofString("source");
        NativeMemory value = NativeMemory.ofString(device);
        try {
            syscalls.require(
                    SystemCall.FSCONFIG,
                    List.of("source", device),
                    context.number(),
                    MountFlags.FSCONFIG_SET_STRING.value(),
                    key.address(),
                    value.address());
        } finally {
            Reference.reachabilityFence(key);
            Reference.reachabilityFence(value);
        }
    }

    private static void setOption(Syscalls syscalls, Fd context, String option) {
        NativeMemory key = NativeMemory.ofString(option);
        try {
            syscalls.require(
                    SystemCall.FSCONFIG,
                    List.of(option),
                    context.number(),
                    MountFlags.FSCONFIG_SET_FLAG.value(),
                    key.address());
        } finally {
            Reference.reachabilityFence(key);
        }
    }
}
