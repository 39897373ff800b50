package dev.vsh.netlink;

import java.util.List;

/** One message to the kernel, which answers with one. */
public final class Request {
    private final String text;
    private final byte[] bytes;
    private final List<Gap> gaps;

    Request(String text, byte[] bytes, List<Gap> gaps) {
        this.text = text;
        this.bytes = bytes;
        this.gaps = List.copyOf(gaps);
    }

    /** How people read it. */
    public String text() {
        return text;
    }

    /** Aligned to 32 bits. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 32-bit places in the bytes, from front to back, that are filled in before it is sent. */
    public List<Gap> gaps() {
        return gaps;
    }

    /** Where a number belongs that is not known yet. */
    public record Gap(int offset, Word.Later word) {}
}
