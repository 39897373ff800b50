package dev.vsh.domain;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Signals by name, {@code asm/signal.h}, in the words of virsh: {@code term}, {@code SIGTERM}, {@code 15}, {@code rt3}. */
public final class SignalName {
    /** The kernel's first real-time signal; the C library keeps two for itself. */
    private static final int FIRST_REAL_TIME = 32;

    /** What programs call {@code SIGRTMIN}. */
    public static final int SIGRTMIN = 34;

    public static final int LAST = 64;

    /** From 0, which only asks whether there is a process. */
    private static final List<String> NAMES =
            List.of(
                    "nop", "hup", "int", "quit", "ill", "trap", "abrt", "bus", "fpe", "kill",
                    "usr1", "segv", "usr2", "pipe", "alrm", "term", "stkflt", "chld", "cont",
                    "stop", "tstp", "ttin", "ttou", "urg", "xcpu", "xfsz", "vtalrm", "prof",
                    "winch", "poll", "pwr", "sys");

    private SignalName() {}

    /** As in {@code SIGTERM} or {@code SIGRTMIN+3}. */
    public static String of(int number) {
        if (number >= 0 && number < NAMES.size()) {
            return "SIG" + NAMES.get(number).toUpperCase(Locale.ROOT);
        }
        return number >= SIGRTMIN ? "SIGRTMIN+" + (number - SIGRTMIN) : "signal " + number;
    }

    /** Empty when there is no such signal. */
    public static OptionalInt parse(String text) {
        String name = text.toLowerCase(Locale.ROOT).replaceFirst("^sig_?", "");
        int index = NAMES.indexOf(name);
        if (index >= 0) {
            return OptionalInt.of(index);
        }
        boolean realTime = name.startsWith("rt");
        String digits = realTime ? name.substring(2) : name;
        if (!digits.matches("[0-9]{1,3}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits) + (realTime ? FIRST_REAL_TIME : 0);
        return number <= LAST ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** All of them, for completion. */
    public static List<String> all() {
        return NAMES;
    }
}
