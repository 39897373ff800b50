package dev.vsh.plan;

import java.util.Locale;

/**
 * A namespace of somebody else's that the container is in.
 *
 * @param path of the kernel's file that stands for it, on the host
 * @param owner whose it is, for people
 */
public record JoinedNamespace(Namespace kind, String path, String owner) {
    String what() {
        String name =
                switch (kind) {
                    case IPC, UTS, PID -> kind.name();
                    case NETWORK, MOUNT, USER -> kind.name().toLowerCase(Locale.ROOT);
                };
        return name + " namespace of " + owner;
    }

    /** The name of its kind in {@code /proc/PID/ns}. */
    String file() {
        return switch (kind) {
            case MOUNT -> "mnt";
            case UTS -> "uts";
            case IPC -> "ipc";
            case PID -> "pid";
            case NETWORK -> "net";
            case USER -> "user";
        };
    }
}
