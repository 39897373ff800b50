package dev.vsh.machine;

import java.util.List;

/** What a container's {@code <type arch='…'>} can be on a machine: its own, and the 32-bit one that it runs too. */
final class Architectures {
    private Architectures() {}

    static List<String> runningOn(String architecture) {
        return switch (architecture) {
            case "x86_64" -> List.of("x86_64", "i686");
            case "aarch64" -> List.of("aarch64", "armv7l");
            default -> List.of(architecture);
        };
    }

    static int wordSize(String architecture) {
        return architecture.endsWith("64") ? 64 : 32;
    }
}
