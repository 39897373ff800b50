package dev.vsh.shell.look;

import java.util.Collection;

/** Numbers drawn with blocks. */
final class Bar {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    private Bar() {}

    /**
     * @param share of the whole, from 0 to 1
     */
    static String of(double share, int width) {
        int eighths = (int) Math.round(Math.clamp(share, 0, 1) * width * 8);
        String full = "█".repeat(eighths / 8);
        String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return full + rest + " ".repeat(width - full.length() - rest.length());
    }

    /** The last numbers as a curve, the newest on the right; as high as the largest, or as {@code least}. */
    static String curve(Collection<Double> numbers, double least, int width) {
        double top = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double scale = Math.max(top, least);
        StringBuilder curve = new StringBuilder();
        numbers.stream()
                .skip(Math.max(0, numbers.size() - width))
                .forEach(number -> curve.append(level(number / scale)));
        return " ".repeat(width - curve.length()) + curve;
    }

    private static char level(double share) {
        return LEVELS.charAt((int) Math.min(LEVELS.length() - 1, share * LEVELS.length()));
    }
}
