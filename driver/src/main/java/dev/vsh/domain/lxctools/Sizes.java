package dev.vsh.domain.lxctools;

import dev.vsh.domain.ByteSize;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory as the kernel's files take them: a number and perhaps K, M, G or T, all of them powers of 1024. */
final class Sizes {
    /** What libvirt writes for no limit: as many KiB as there are bytes in a long. */
    static final ByteSize UNLIMITED = ByteSize.ofKibibytes(Long.MAX_VALUE / 1024);

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,19})([kKmMgGtTpPeE]?)");

    private Sizes() {}

    /** In whole KiB, as a document has it; nothing for what is no size. */
    static Optional<ByteSize> parse(String text) {
        if (text.equals("max") || text.equals("-1")) {
            return Optional.of(UNLIMITED);
        }
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String unit = matcher.group(2).isEmpty() ? "bytes" : matcher.group(2);
            return Optional.of(whole(ByteSize.of(Long.parseLong(matcher.group(1)), unit)));
        } catch (ArithmeticException | NumberFormatException _) {
            return Optional.of(UNLIMITED);
        }
    }

    private static ByteSize whole(ByteSize size) {
        return size.compareTo(UNLIMITED) > 0 ? UNLIMITED : ByteSize.ofKibibytes(size.toKibibytes());
    }

    static boolean isLimit(ByteSize size) {
        return size.compareTo(UNLIMITED) < 0;
    }
}
