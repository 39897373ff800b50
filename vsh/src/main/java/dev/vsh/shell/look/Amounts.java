package dev.vsh.shell.look;

import java.util.Locale;

/** Amounts in few letters, for columns that are looked at and not copied from. */
public final class Amounts {
    private static final String[] UNITS = {"B", "K", "M", "G", "T", "P", "E"};

    private Amounts() {}

    /** As {@link #bytes(double)}. */
    public static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    /** {@code 512B}, {@code 1.5M}, {@code 64M}: powers of 1024. */
    public static String bytes(double bytes) {
        int unit = 0;
        double amount = bytes;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        boolean exact = unit == 0 || amount >= 10 || amount == Math.rint(amount);
        return String.format(Locale.ROOT, exact ? "%.0f%s" : "%.1f%s", amount, UNITS[unit]);
    }

    /** {@code 12%} of one processor. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    /** More than a container can have is no limit. */
    public static String limit(long bytes) {
        return bytes >= 1L << 50 ? "-" : bytes(bytes);
    }
}
