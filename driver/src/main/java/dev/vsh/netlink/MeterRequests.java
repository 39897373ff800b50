package dev.vsh.netlink;

import static dev.vsh.netlink.MessageWriter.NLM_F_ACK;
import static dev.vsh.netlink.MessageWriter.NLM_F_APPEND;
import static dev.vsh.netlink.MessageWriter.NLM_F_CREATE;
import static dev.vsh.netlink.MessageWriter.NLM_F_EXCL;

/**
 * Requests to the packet filter about what comes to an interface: what is too much is dropped, as nft(8)'s {@code limit
 * rate over … drop} does. They are in a table for each interface that belongs to the socket through which it was made:
 * nobody else can change it, and it goes when that socket is closed. Each is a transaction of one message, because
 * of one that fails the kernel answers for every message.
 */
public final class MeterRequests {
    /** What the kernel lacks when one of these fails as it does for what it does not know. */
    public static final String NO_METER =
            "the kernel's packet filter cannot limit, which <outbound> needs: modprobe nf_tables"
                    + " nft_limit";

    /** The kernel joins packets before it passes them on; a bucket that holds none lets nothing through. */
    public static final long LEAST_BURST = 64L * 1024;

    private static final int SUBSYSTEM = 10;
    private static final int UNSPECIFIED = 0;
    private static final int NFPROTO_NETDEV = 5;
    private static final int NFT_TABLE_F_OWNER = 2;
    private static final int NF_NETDEV_INGRESS = 0;
    private static final int NFT_LIMIT_PKT_BYTES = 1;
    private static final int NFT_LIMIT_F_INV = 1;
    private static final int NFT_REG_VERDICT = 0;
    private static final int NF_DROP = 0;
    private static final String CHAIN = "outbound";

    private MeterRequests() {}

    /** Family and name of what has the limit of an interface. */
    public static String table(String device) {
        return "netdev " + name(device);
    }

    private static String name(String device) {
        return "vsh-" + device;
    }

    /** The table, which belongs to the socket. */
    public static Request makeTable(String device) {
        return batch(
                message(MessageType.NFT_MSG_NEWTABLE, NLM_F_CREATE | NLM_F_EXCL)
                        .put(Attribute.NFTA_TABLE_NAME, name(device))
                        .say("owned")
                        .putBig(Attribute.NFTA_TABLE_FLAGS, NFT_TABLE_F_OWNER));
    }

    /** Where what comes to the interface passes. */
    public static Request makeChain(String device) {
        MessageWriter message = message(MessageType.NFT_MSG_NEWCHAIN, NLM_F_CREATE | NLM_F_EXCL);
        message.putQuietly(Attribute.NFTA_CHAIN_TABLE, name(device))
                .put(Attribute.NFTA_CHAIN_NAME, CHAIN)
                .putQuietly(Attribute.NFTA_CHAIN_TYPE, "filter");
        return batch(
                message.nest(
                        Attribute.NFTA_CHAIN_HOOK,
                        () ->
                                message.say("ingress")
                                        .putBig(Attribute.NFTA_HOOK_HOOKNUM, NF_NETDEV_INGRESS)
                                        .putBig(Attribute.NFTA_HOOK_PRIORITY, 0)
                                        .put(Attribute.NFTA_HOOK_DEV, device)));
    }

    /** Drops what is too much: more than the average in a second and the burst. */
    public static Request limit(String device, RateLimit limit) {
        MessageWriter message = message(MessageType.NFT_MSG_NEWRULE, NLM_F_CREATE | NLM_F_APPEND);
        message.putQuietly(Attribute.NFTA_RULE_TABLE, name(device))
                .putQuietly(Attribute.NFTA_RULE_CHAIN, CHAIN)
                .say(text(limit));
        return batch(
                message.nest(
                        Attribute.NFTA_RULE_EXPRESSIONS,
                        () -> {
                            expression(message, "limit", () -> rate(message, limit));
                            expression(message, "immediate", () -> drop(message));
                        }));
    }

    /** As nft(8) says it. */
    public static String text(RateLimit limit) {
        return "limit rate over %d bytes/second burst %d bytes drop"
                .formatted(limit.average(), Math.max(limit.burst(), LEAST_BURST));
    }

    /** Removes the table with all it has. */
    public static Request remove(String device) {
        return batch(
                message(MessageType.NFT_MSG_DELTABLE, 0)
                        .put(Attribute.NFTA_TABLE_NAME, name(device)));
    }

    private static void expression(MessageWriter message, String name, Runnable data) {
        message.nest(
                Attribute.NFTA_LIST_ELEM,
                () -> {
                    message.putQuietly(Attribute.NFTA_EXPR_NAME, name);
                    message.nest(Attribute.NFTA_EXPR_DATA, data);
                });
    }

    private static void rate(MessageWriter message, RateLimit limit) {
        message.putBig(Attribute.NFTA_LIMIT_RATE, limit.average())
                .putBig(Attribute.NFTA_LIMIT_UNIT, 1L)
                .putBig(Attribute.NFTA_LIMIT_BURST, (int) Math.max(limit.burst(), LEAST_BURST))
                .putBig(Attribute.NFTA_LIMIT_TYPE, NFT_LIMIT_PKT_BYTES)
                .putBig(Attribute.NFTA_LIMIT_FLAGS, NFT_LIMIT_F_INV);
    }

    private static void drop(MessageWriter message) {
        message.putBig(Attribute.NFTA_IMMEDIATE_DREG, NFT_REG_VERDICT)
                .nest(
                        Attribute.NFTA_IMMEDIATE_DATA,
                        () ->
                                message.nest(
                                        Attribute.NFTA_DATA_VERDICT,
                                        () ->
                                                message.putBig(
                                                        Attribute.NFTA_VERDICT_CODE, NF_DROP)));
    }

    private static MessageWriter message(MessageType type, int flags) {
        return header(type, NLM_F_ACK | flags, NFPROTO_NETDEV, 0);
    }

    /** {@code struct nfgenmsg}. */
    private static MessageWriter header(MessageType type, int flags, int family, int resource) {
        return new MessageWriter(type, flags).bytes(family, 0, 0, resource);
    }

    private static Request batch(MessageWriter message) {
        return message.finishBetween(
                header(MessageType.NFNL_MSG_BATCH_BEGIN, 0, UNSPECIFIED, SUBSYSTEM),
                header(MessageType.NFNL_MSG_BATCH_END, 0, UNSPECIFIED, SUBSYSTEM));
    }
}
