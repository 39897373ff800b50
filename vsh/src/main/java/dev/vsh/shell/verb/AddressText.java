package dev.vsh.shell.verb;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes addresses as inet_ntop(3) does: Java leaves the zeros of IPv6 in. */
final class AddressText {
    /** Longest first, and of several the leftmost; a single zero is not shortened: RFC 5952. */
    private static final int MOST = 8;

    private AddressText() {}

    static String of(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet4Address ? text : shorten(text.replaceFirst("%.*", ""));
    }

    private static String shorten(String text) {
        for (int zeros = MOST; zeros > 1; zeros--) {
            Matcher run = Pattern.compile("(^|:)0(:0){" + (zeros - 1) + "}(:|$)").matcher(text);
            if (run.find()) {
                return text.substring(0, run.start()) + "::" + text.substring(run.end());
            }
        }
        return text;
    }
}
