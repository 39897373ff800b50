package dev.vsh.domain.lxctools;

import dev.vsh.domain.ByteSize;

import java.util.Optional;

/** The size of a tmpfs: the kernel's default is half of the memory, and a document has to say a number. */
final class TmpfsSize {
    private static final ByteSize WITHOUT_LIMIT = ByteSize.ofKibibytes(64 * 1024);
    private static final int DEFAULT_PERCENT = 50;

    private final ByteSize memory;
    private final Findings findings;

    TmpfsSize(ByteSize memory, Findings findings) {
        this.memory = memory;
        this.findings = findings;
    }

    ByteSize of(MountLine line) {
        Optional<String> size =
                line.options().stream()
                        .filter(option -> option.startsWith("size="))
                        .map(option -> option.substring("size=".length()))
                        .reduce((_, later) -> later);
        return size.flatMap(Sizes::parse)
                .filter(each -> each.bytes() > 0 && Sizes.isLimit(each))
                .orElseGet(() -> guess(line, size));
    }

    private ByteSize guess(MountLine line, Optional<String> size) {
        long percent =
                size.filter(text -> text.matches("[0-9]{1,3}%"))
                        .map(text -> Long.parseLong(text.substring(0, text.length() - 1)))
                        .filter(number -> number > 0)
                        .orElse((long) DEFAULT_PERCENT);
        ByteSize guess =
                Sizes.isLimit(memory)
                        ? ByteSize.ofKibibytes(Math.max(1, memory.toKibibytes() / 100 * percent))
                        : WITHOUT_LIMIT;
        findings.warn(
                line.setting(),
                "the size of '"
                        + line.target()
                        + "' is not a number of bytes, and it becomes "
                        + guess.toKibibytes()
                        + " KiB");
        return guess;
    }
}
