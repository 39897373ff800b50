package dev.vsh.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Writes one message: its header, the fixed structure of its type, then attributes. Numbers have the machine's byte
 * order, which is little-endian on every architecture that is known here; addresses have the network's.
 */
final class MessageWriter {
    static final int NLM_F_REQUEST = 0x1;
    static final int NLM_F_ACK = 0x4;

    /** All there are, in as many messages as it takes: NLM_F_ROOT and NLM_F_MATCH. */
    static final int NLM_F_DUMP = 0x300;

    static final int NLM_F_EXCL = 0x200;
    static final int NLM_F_CREATE = 0x400;
    static final int NLM_F_APPEND = 0x800;

    /** More than any message here can be: names and aliases are limited by the kernel, as are tables of rates. */
    private static final int CAPACITY = 2048;

    private static final int ALIGNMENT = 4;

    private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY).order(ByteOrder.LITTLE_ENDIAN);
    private final List<Request.Gap> gaps = new ArrayList<>();
    private final StringJoiner text;

    MessageWriter(MessageType type, int flags) {
        this.text = new StringJoiner(", ", "{" + type + " ", "}");
        bytes.putInt(0).putShort(type.number()).putShort((short) (NLM_F_REQUEST | flags));
        // Sequence and port: there is one answer at a time on a socket, and the kernel knows the
        // port.
        bytes.putInt(0).putInt(0);
    }

    /** Says in words what a fixed structure holds. */
    MessageWriter say(String words) {
        text.add(words);
        return this;
    }

    MessageWriter bytes(int... values) {
        for (int value : values) {
            bytes.put((byte) value);
        }
        return this;
    }

    MessageWriter word(Word word) {
        switch (word) {
            case Word.Known(int value) -> bytes.putInt(value);
            case Word.Later later -> {
                gaps.add(new Request.Gap(bytes.position(), later));
                bytes.putInt(0);
            }
        }
        return this;
    }

    MessageWriter put(Attribute attribute, Word value) {
        say(attribute + "=" + value);
        return nest(attribute, () -> word(value));
    }

    MessageWriter put(Attribute attribute, String value) {
        say(attribute + "=" + value);
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        return nest(attribute, () -> bytes.put(encoded).put((byte) 0));
    }

    /** A string whose length is that of the attribute. */
    MessageWriter putUnended(Attribute attribute, String value) {
        return put(attribute, value.getBytes(StandardCharsets.UTF_8), value);
    }

    MessageWriter put(Attribute attribute, byte[] value, String words) {
        say(attribute + "=" + words);
        return nest(attribute, () -> bytes.put(value));
    }

    /** An attribute that holds whatever {@code content} writes. */
    MessageWriter nest(Attribute attribute, Runnable content) {
        int start = bytes.position();
        bytes.putShort((short) 0).putShort(attribute.number());
        content.run();
        bytes.putShort(start, (short) (bytes.position() - start));
        align();
        return this;
    }

    private void align() {
        while (bytes.position() % ALIGNMENT != 0) {
            bytes.put((byte) 0);
        }
    }

    /** In the network's byte order, as the packet filter has it. */
    MessageWriter putBig(Attribute attribute, int value) {
        return nest(attribute, () -> bytes.putInt(Integer.reverseBytes(value)));
    }

    /** In the network's byte order. */
    MessageWriter putBig(Attribute attribute, long value) {
        return nest(attribute, () -> bytes.putLong(Long.reverseBytes(value)));
    }

    /** A string that need not be said. */
    MessageWriter putQuietly(Attribute attribute, String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        return nest(attribute, () -> bytes.put(encoded).put((byte) 0));
    }

    Request finish() {
        bytes.putInt(0, bytes.position());
        return new Request(text.toString(), written(), gaps);
    }

    /** With others before and behind it: sent together, and answered as one. */
    Request finishBetween(MessageWriter before, MessageWriter after) {
        bytes.putInt(0, bytes.position());
        before.bytes.putInt(0, before.bytes.position());
        after.bytes.putInt(0, after.bytes.position());
        ByteBuffer all =
                ByteBuffer.allocate(
                        before.bytes.position() + bytes.position() + after.bytes.position());
        all.put(before.written()).put(written()).put(after.written());
        return new Request(text.toString(), all.array(), List.of());
    }

    private byte[] written() {
        byte[] message = new byte[bytes.position()];
        bytes.get(0, message);
        return message;
    }
}
