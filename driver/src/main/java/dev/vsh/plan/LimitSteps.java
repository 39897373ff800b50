package dev.vsh.plan;

import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;
import dev.vsh.netlink.MeterRequests;
import dev.vsh.netlink.QueueRequests;
import dev.vsh.netlink.RateLimit;
import dev.vsh.netlink.Word;
import dev.vsh.plan.InterfacePlan.Limits;

import java.util.Map;

/**
 * The steps that limit what goes through a cable, at its end on the host, where the container cannot reach: what that
 * sends comes to the container, and what comes to it the container has sent.
 */
record LimitSteps(ProgramBuilder.Section section, Slot links, String end, Word index) {
    private static final Map<Errno, String> NO_QUEUE = Map.of(Errno.ENOENT, QueueRequests.NO_QUEUE);

    /** What the kernel answers who asks for families, hooks and expressions that it does not have. */
    private static final Map<Errno, String> NO_METER =
            Map.of(
                    Errno.EPROTONOSUPPORT, MeterRequests.NO_METER,
                    Errno.EAFNOSUPPORT, MeterRequests.NO_METER,
                    Errno.EOPNOTSUPP, MeterRequests.NO_METER,
                    Errno.ENOENT, MeterRequests.NO_METER);

    /** For all limits of a container's; a kernel without a packet filter is told of by the first of them. */
    static void open(ProgramBuilder.Section section) {
        section.tolerating(Errno.EPROTONOSUPPORT)
                .keep(
                        Slot.METERS,
                        "reach the packet filter",
                        SystemCall.SOCKET,
                        Argument.constant(DeviceFlags.AF_NETLINK),
                        Argument.flags(DeviceFlags.SOCK_RAW, DeviceFlags.SOCK_CLOEXEC),
                        Argument.constant(DeviceFlags.NETLINK_NETFILTER));
    }

    void set(Limits limits) {
        limits.inbound().ifPresent(this::inbound);
        limits.outbound().ifPresent(this::outbound);
    }

    void change(Limits from, Limits to) {
        if (!from.inbound().equals(to.inbound())) {
            from.inbound().ifPresent(_ -> removeInbound());
            to.inbound().ifPresent(this::inbound);
        }
        if (!from.outbound().equals(to.outbound())) {
            from.outbound().ifPresent(_ -> removeOutbound());
            to.outbound().ifPresent(this::outbound);
        }
    }

    private void inbound(RateLimit limit) {
        String label = "limit inbound of interface '" + end + "'";
        NetlinkCalls calls = new NetlinkCalls(section.advising(NO_QUEUE), links);
        calls.ask(label, QueueRequests.queue(index));
        calls.ask(label, QueueRequests.limit(index, limit));
    }

    private void outbound(RateLimit limit) {
        String label = "limit outbound of interface '" + end + "'";
        ProgramBuilder.Section advising = section.advising(NO_METER);
        requireFilter(advising, label);
        NetlinkCalls calls = new NetlinkCalls(advising, Slot.METERS);
        calls.ask(label, MeterRequests.makeTable(end));
        calls.ask(label, MeterRequests.makeChain(end));
        calls.ask(label, MeterRequests.limit(end, limit));
    }

    /** What is asked through a socket that could not be had is passed over, and that must not be. */
    private static void requireFilter(ProgramBuilder.Section section, String label) {
        Slot probe =
                section.get(
                        "probe",
                        label,
                        SystemCall.SOCKET,
                        Argument.constant(DeviceFlags.AF_NETLINK),
                        Argument.flags(DeviceFlags.SOCK_RAW, DeviceFlags.SOCK_CLOEXEC),
                        Argument.constant(DeviceFlags.NETLINK_NETFILTER));
        section.run(label, SystemCall.CLOSE, Argument.result(probe));
    }

    /** Somebody may have done so by tc(8). */
    private void removeInbound() {
        new NetlinkCalls(section.tolerating(Errno.ENOENT, Errno.EINVAL), links)
                .ask(
                        "do not limit inbound of interface '" + end + "'",
                        QueueRequests.removeQueue(index));
    }

    private void removeOutbound() {
        removeOutbound(section, end);
    }

    /** A limit in the packet filter does not go with its interface. */
    static void removeOutbound(ProgramBuilder.Section section, String end) {
        new NetlinkCalls(section.tolerating(Errno.ENOENT), Slot.METERS)
                .ask("do not limit outbound of interface '" + end + "'", MeterRequests.remove(end));
    }
}
