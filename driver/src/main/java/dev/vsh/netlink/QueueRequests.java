package dev.vsh.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Requests about what an interface may send, as tc(8) makes them: it waits in a token bucket. {@link MeterRequests} are
 * about what comes to it.
 */
public final class QueueRequests {
    /** What {@link #queue} lacks when it fails with ENOENT. */
    public static final String NO_QUEUE = "the kernel has no token buckets: modprobe sch_htb";

    private static final int TC_H_ROOT = 0xffffffff;
    private static final int ROOT_HANDLE = 0x10000;
    private static final int CLASS = ROOT_HANDLE + 1;
    private static final int HTB_VERSION = 3;
    private static final int HTB_RATE_TO_QUANTUM = 10;

    /** How much a class may send before others have their turn; there are no others. */
    private static final int QUANTUM = 20_000;

    /** The least that a bucket must hold: one packet. */
    private static final long MTU = 1600;

    /** With it the kernel looks into no table of rates, of which it wants one all the same. */
    private static final int TC_LINKLAYER_ETHERNET = 1;

    /** The kernel counts in 64 nanoseconds. */
    private static final long TICK_NANOS = 64;

    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int RATE_SPEC = 12;
    private static final int CELL_LOG = 9;

    private static final int MAKE =
            MessageWriter.NLM_F_ACK | MessageWriter.NLM_F_CREATE | MessageWriter.NLM_F_EXCL;

    private QueueRequests() {}

    /** The queue of what an interface sends, for one class. */
    public static Request queue(Word index) {
        MessageWriter message = message(MessageType.RTM_NEWQDISC, MAKE, index);
        message.word(Word.of(ROOT_HANDLE)).word(Word.of(TC_H_ROOT)).word(Word.ZERO);
        message.put(Attribute.TCA_KIND, "htb");
        byte[] init = numbers(HTB_VERSION, HTB_RATE_TO_QUANTUM, CLASS - ROOT_HANDLE, 0, 0);
        return message.nest(
                        Attribute.TCA_OPTIONS,
                        () -> message.put(Attribute.TCA_HTB_INIT, init, "default 1"))
                .finish();
    }

    /** The one class of {@link #queue}. */
    public static Request limit(Word index, RateLimit limit) {
        MessageWriter message = message(MessageType.RTM_NEWTCLASS, MAKE, index);
        message.word(Word.of(CLASS)).word(Word.of(ROOT_HANDLE)).word(Word.ZERO);
        message.put(Attribute.TCA_KIND, "htb");
        byte[] options =
                structure(
                        2 * RATE_SPEC + 5 * Integer.BYTES,
                        bytes -> {
                            rateSpec(bytes, limit.average());
                            rateSpec(bytes, limit.peak());
                            bytes.putInt(ticks(Math.max(limit.burst(), MTU), limit.average()));
                            bytes.putInt(ticks(MTU, limit.peak()));
                            bytes.putInt(QUANTUM);
                        });
        return message.nest(
                        Attribute.TCA_OPTIONS,
                        () -> {
                            message.put(Attribute.TCA_HTB_PARMS, options, text(limit));
                            message.put(Attribute.TCA_HTB_RATE64, wide(limit.average()), "…");
                            message.put(Attribute.TCA_HTB_CEIL64, wide(limit.peak()), "…");
                        })
                .finish();
    }

    /** Removes {@link #queue} with all it has. */
    public static Request removeQueue(Word index) {
        return message(MessageType.RTM_DELQDISC, MessageWriter.NLM_F_ACK, index)
                .word(Word.ZERO)
                .word(Word.of(TC_H_ROOT))
                .word(Word.ZERO)
                .finish();
    }

    /** {@code struct tcmsg}, but for handle, parent and info. */
    private static MessageWriter message(MessageType type, int flags, Word index) {
        return new MessageWriter(type, flags).say("index=" + index).word(Word.ZERO).word(index);
    }

    private static String text(RateLimit limit) {
        return "%d B/s, peak %d B/s, burst %d B"
                .formatted(limit.average(), limit.peak(), limit.burst());
    }

    /** {@code struct tc_ratespec}; a rate of more than 32 bits is in an attribute of its own. */
    private static void rateSpec(ByteBuffer bytes, long rate) {
        bytes.put((byte) CELL_LOG).put((byte) TC_LINKLAYER_ETHERNET);
        bytes.putShort((short) 0).putShort((short) -1).putShort((short) 0);
        bytes.putInt((int) Math.min(rate, 0xffffffffL));
    }

    /** How long it takes to send so much. */
    private static int ticks(long bytes, long rate) {
        return (int) Math.min(bytes * SECOND_NANOS / rate / TICK_NANOS, 0xffffffffL);
    }

    private static byte[] numbers(int... values) {
        return structure(
                values.length * Integer.BYTES,
                bytes -> Arrays.stream(values).forEach(bytes::putInt));
    }

    private static byte[] wide(long value) {
        return structure(Long.BYTES, bytes -> bytes.putLong(value));
    }

    /** What is not written is 0. */
    private static byte[] structure(int size, Consumer<ByteBuffer> content) {
        byte[] bytes = new byte[size];
        content.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }
}
