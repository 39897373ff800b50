package dev.vsh.seccomp;

import java.util.List;

/** A set of system call numbers; processors of 64 bits have a second one for programs of 32. */
public enum Abi {
    X86_64(0xc000003eL),
    I386(0x40000003L),
    AARCH64(0xc00000b7L),
    ARM(0x40000028L);

    private final long auditArchitecture;

    Abi(long auditArchitecture) {
        this.auditArchitecture = auditArchitecture;
    }

    /** What a filter finds in {@code seccomp_data.arch}; {@code linux/audit.h}. */
    long auditArchitecture() {
        return auditArchitecture;
    }

    /** Whether calls of other programs may go through a few numbers: socketcall(2) and ipc(2). */
    boolean hasMultiplexers() {
        return this == I386 || this == ARM;
    }

    /**
     * All that programs can use on a processor.
     *
     * @param processor as {@code uname -m} says it
     * @return empty for a processor that is not known here
     */
    public static List<Abi> of(String processor) {
        return switch (processor) {
            case "x86_64" -> List.of(X86_64, I386);
            case "aarch64" -> List.of(AARCH64, ARM);
            default -> List.of();
        };
    }
}
