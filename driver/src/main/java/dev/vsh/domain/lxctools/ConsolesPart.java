package dev.vsh.domain.lxctools;

import dev.vsh.domain.Console;

import java.util.List;
import java.util.stream.LongStream;

/** {@code lxc.tty.max}: LXC's system console and its terminals are one and the same here, so there is always one. */
final class ConsolesPart {
    private static final long MAX = 63;

    private ConsolesPart() {}

    static List<Console> consoles(Settings settings, Findings findings) {
        long count =
                settings.last("lxc.tty.max")
                        .flatMap(setting -> new Numbers(findings).between(0, MAX, setting))
                        .orElse(0L);
        return LongStream.range(0, Math.max(1, count))
                .mapToObj(port -> new Console("pty", "lxc", (int) port))
                .toList();
    }
}
