package dev.vsh.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @param startTicks when it started, in clock ticks since boot: field 22 of {@code /proc/PID/stat}
 * @param boot the boot of the host that it lived in, as the kernel names it; empty when that is not known, in what older
 *     versions wrote
 */
public record ProcessId(long pid, long startTicks, String boot) {
    private static final int START_FIELD_AFTER_NAME = 19;
    private static final int STATE_FIELD_AFTER_NAME = 0;
    private static final int FLAGS_FIELD_AFTER_NAME = 6;

    /** {@code linux/sched.h}. */
    private static final long PF_EXITING = 0x4;

    /** The process that has this number now. */
    public static Optional<ProcessId> of(long pid) {
        return stat(pid)
                .map(
                        fields ->
                                new ProcessId(
                                        pid,
                                        Long.parseLong(fields[START_FIELD_AFTER_NAME]),
                                        Boot.CURRENT));
    }

    /** Of the host, of which no process sees two. */
    private static final class Boot {
        static final String CURRENT = read();

        /** Empty where the kernel does not say. */
        private static String read() {
            try {
                return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            } catch (IOException _) {
                return "";
            }
        }
    }

    private boolean isOfThisBoot() {
        return boot.isEmpty() || boot.equals(Boot.CURRENT);
    }

    /** Whether it is there and not a zombie. */
    public boolean isAlive() {
        return living().isPresent();
    }

    /**
     * Whether it is alive and has not begun to end. One that ends does nothing any more, but is neither gone nor a
     * zombie before it has let go of what it has open, and a socket may keep it for a tenth of a second.
     */
    public boolean isAtWork() {
        return living().filter(
                        fields ->
                                (Long.parseLong(fields[FLAGS_FIELD_AFTER_NAME]) & PF_EXITING) == 0)
                .isPresent();
    }

    private Optional<String[]> living() {
        return stat(pid)
                .filter(fields -> Long.parseLong(fields[START_FIELD_AFTER_NAME]) == startTicks)
                .filter(fields -> !"ZX".contains(fields[STATE_FIELD_AFTER_NAME]))
                .filter(_ -> isOfThisBoot());
    }

    /** The fields behind the name, which may hold anything, spaces and parentheses included. */
    private static Optional<String[]> stat(long pid) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc/" + pid + "/stat"));
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return Optional.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public String format() {
        return pid + "@" + startTicks + (boot.isEmpty() ? "" : "@" + boot);
    }

    /**
     * @throws IllegalArgumentException when the text is no process
     */
    public static ProcessId parse(String text) {
        String[] parts = text.split("@", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("'" + text + "' is no process");
        }
        return new ProcessId(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                parts.length == 2 ? "" : parts[2]);
    }
}
