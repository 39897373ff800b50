package dev.vsh.linux;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code /proc/PID/status} says of a process's signals.
 *
 * @param caught a bit for each signal that has a handler, that of signal 1 first
 * @param blocked a bit for each that waits
 */
public record ProcessStatus(long caught, long blocked) {
    /** What is not there reads as none. */
    public static ProcessStatus parse(String text) {
        Map<String, String> fields =
                text.lines()
                        .filter(line -> line.indexOf(':') > 0)
                        .collect(
                                Collectors.toMap(
                                        line -> line.substring(0, line.indexOf(':')),
                                        line -> line.substring(line.indexOf(':') + 1).strip(),
                                        (first, _) -> first));
        return new ProcessStatus(mask(fields, "SigCgt"), mask(fields, "SigBlk"));
    }

    private static long mask(Map<String, String> fields, String name) {
        return Long.parseUnsignedLong(fields.getOrDefault(name, "0"), 16);
    }

    /** Whether the mask has a signal's bit. */
    public static boolean has(long mask, int signal) {
        return (mask >>> (signal - 1) & 1) != 0;
    }
}
