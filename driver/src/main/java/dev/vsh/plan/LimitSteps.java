package dev.vsh.plan;

import dev.vsh.linux.Errno;
import dev.vsh.netlink.QueueRequests;
import dev.vsh.netlink.RateLimit;
import dev.vsh.netlink.Request;
import dev.vsh.netlink.Word;
import dev.vsh.plan.InterfacePlan.Limits;

import java.util.Map;

/**
 * The steps that limit what goes through a cable, at its end on the host, where the container cannot reach: what that
 * sends comes to the container, and what comes to it the container has sent.
 */
record LimitSteps(NetlinkCalls host, String end, Word index) {
    void set(Limits limits) {
        limits.inbound().ifPresent(this::inbound);
        limits.outbound().ifPresent(this::outbound);
    }

    void change(Limits from, Limits to) {
        if (!from.inbound().equals(to.inbound())) {
            from.inbound().ifPresent(_ -> remove("inbound", QueueRequests.removeQueue(index)));
            to.inbound().ifPresent(this::inbound);
        }
        if (!from.outbound().equals(to.outbound())) {
            from.outbound().ifPresent(_ -> remove("outbound", QueueRequests.removeGate(index)));
            to.outbound().ifPresent(this::outbound);
        }
    }

    private void inbound(RateLimit limit) {
        String label = "limit inbound of interface '" + end + "'";
        NetlinkCalls calls = host.advising(Map.of(Errno.ENOENT, QueueRequests.NO_QUEUE));
        calls.ask(label, QueueRequests.queue(index));
        calls.ask(label, QueueRequests.limit(index, limit));
    }

    private void outbound(RateLimit limit) {
        String label = "limit outbound of interface '" + end + "'";
        NetlinkCalls calls = host.advising(Map.of(Errno.ENOENT, QueueRequests.NO_POLICE));
        calls.ask(label, QueueRequests.gate(index));
        calls.ask(label, QueueRequests.police(index, limit));
    }

    /** Somebody may have done so by tc(8). */
    private void remove(String direction, Request request) {
        host.tolerating(Errno.ENOENT, Errno.EINVAL)
                .ask("do not limit " + direction + " of interface '" + end + "'", request);
    }
}
