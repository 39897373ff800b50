package dev.vsh.plan;

import dev.vsh.linux.Errno;
import dev.vsh.netlink.AddressRequests;
import dev.vsh.netlink.LinkRequests;
import dev.vsh.netlink.Request;
import dev.vsh.netlink.Word;
import dev.vsh.plan.InterfacePlan.Address;
import dev.vsh.plan.InterfacePlan.Addressing;
import dev.vsh.plan.InterfacePlan.Limits;
import dev.vsh.plan.InterfacePlan.Route;
import dev.vsh.plan.InterfacePlan.Source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps from one state of an interface to another. Each may find its work done, by the container itself or by a
 * change that got no further.
 *
 * @param hostEnd where the interface has one
 * @param inside where something of the container's end changes
 */
record InterfaceDifference(
        NetworkSteps.Lines lines, Optional<Slot> hostEnd, Optional<Slot> inside) {
    static final Map<Errno, String> NOT_INSIDE =
            Map.of(
                    Errno.ENODEV,
                    "the container has no interface of that name any more: it may have renamed it");

    /** What the kernel gives a cable that nobody says anything about. */
    private static final int USUAL_MTU = 1500;

    /** One end, and how to speak about it. */
    private record End(NetlinkCalls network, Word index, String name) {}

    /** Finds the ends that there is something to do at. */
    static InterfaceDifference of(
            ProgramBuilder.Section section,
            NetworkSteps.Lines lines,
            InterfacePlan before,
            InterfacePlan after) {
        Optional<Slot> hostEnd =
                hostEnd(before).map(name -> find(section, lines.host(), "host-end", name));
        boolean changesInside =
                !before.addressing().equals(after.addressing())
                        || !before.mtu().equals(after.mtu())
                        || hostEnd.isEmpty();
        return new InterfaceDifference(
                lines,
                hostEnd,
                changesInside
                        ? Optional.of(find(section, lines.container(), "interface", before.name()))
                        : Optional.empty());
    }

    private static Optional<String> hostEnd(InterfacePlan plan) {
        return plan.source() instanceof Source.Cable cable
                ? Optional.of(cable.hostEnd())
                : Optional.empty();
    }

    private static Slot find(
            ProgramBuilder.Section section, Slot socket, String what, String name) {
        return new NetlinkCalls(section, socket)
                .advising(NOT_INSIDE)
                .find(what, "find interface '" + name + "'", LinkRequests.find(name));
    }

    void apply(ProgramBuilder.Section section, InterfacePlan from, InterfacePlan to) {
        NetlinkCalls host = new NetlinkCalls(section, lines.host());
        NetlinkCalls container = new NetlinkCalls(section, lines.container());
        Optional<End> outer =
                hostEnd.map(
                        slot -> new End(host, NetlinkCalls.word(slot), hostEnd(to).orElseThrow()));
        Optional<End> inner =
                inside.map(slot -> new End(container, NetlinkCalls.word(slot), to.name()));
        outer.ifPresent(end -> plug(end, bridge(from), bridge(to)));
        outer.ifPresent(
                end ->
                        new LimitSteps(section, lines.host(), end.name(), end.index())
                                .change(limits(from), limits(to)));
        outer.ifPresent(end -> address(end, hostAddressing(from), hostAddressing(to)));
        inner.ifPresent(end -> address(end, from.addressing(), to.addressing()));
        List<End> ends = Stream.concat(outer.stream(), inner.stream()).toList();
        if (!from.mtu().equals(to.mtu())) {
            ends.forEach(end -> resize(end, to.mtu().orElse(USUAL_MTU)));
        }
        if (from.connected() != to.connected()) {
            connect(ends.getFirst(), to.connected());
        }
        // An end that goes down loses its routes, and takes none before it is up again.
        outer.filter(_ -> to.connected()).ifPresent(end -> routes(end, hostAddressing(to)));
        inner.filter(_ -> outer.isPresent() || to.connected())
                .ifPresent(end -> routes(end, to.addressing()));
    }

    private static Optional<String> bridge(InterfacePlan plan) {
        return plan.source() instanceof Source.Cable cable ? cable.bridge() : Optional.empty();
    }

    private static Limits limits(InterfacePlan plan) {
        return plan.source() instanceof Source.Cable cable ? cable.limits() : Limits.NONE;
    }

    private static Addressing hostAddressing(InterfacePlan plan) {
        return plan.source() instanceof Source.Cable cable
                ? cable.hostAddressing()
                : Addressing.NONE;
    }

    private static void plug(End end, Optional<String> from, Optional<String> to) {
        if (from.equals(to)) {
            return;
        }
        if (to.isEmpty()) {
            end.network()
                    .ask("unplug interface '" + end.name() + "'", LinkRequests.leave(end.index()));
        }
        to.ifPresent(bridge -> InterfaceSteps.join(end.network(), end.name(), end.index(), bridge));
    }

    private static void resize(End end, int mtu) {
        end.network()
                .ask(
                        "resize interface '" + end.name() + "'",
                        LinkRequests.resize(end.index(), mtu));
    }

    private static void connect(End end, boolean up) {
        String name = " interface '" + end.name() + "'";
        end.network()
                .ask(
                        (up ? "bring up" : "bring down") + name,
                        up ? LinkRequests.up(end.index()) : LinkRequests.down(end.index()));
    }

    private static void address(End end, Addressing from, Addressing to) {
        String of = " of interface '" + end.name() + "'";
        NetlinkCalls removing = end.network().tolerating(Errno.ESRCH, Errno.EADDRNOTAVAIL);
        for (Route route : from.routes()) {
            if (!to.routes().contains(route)) {
                removing.ask("remove route " + route + of, remove(end.index(), route));
            }
        }
        for (Address each : from.addresses()) {
            if (!to.addresses().contains(each)) {
                removing.ask(
                        "remove address " + each + of,
                        AddressRequests.removeAddress(
                                end.index(), each.address(), each.prefix(), each.peer()));
            }
        }
        NetlinkCalls adding = end.network().tolerating(Errno.EEXIST);
        for (Address each : to.addresses()) {
            if (!from.addresses().contains(each)) {
                adding.ask("set address " + each + of, InterfaceSteps.request(end.index(), each));
            }
        }
    }

    private static Request remove(Word index, Route route) {
        return AddressRequests.removeRoute(
                index,
                route.destination(),
                route.prefix(),
                Optional.of(route.gateway()),
                route.metric());
    }

    private static void routes(End end, Addressing to) {
        NetlinkCalls adding =
                end.network().tolerating(Errno.EEXIST).advising(InterfaceSteps.NO_GATEWAY);
        for (Route route : to.routes()) {
            adding.ask(
                    "set route " + route + " of interface '" + end.name() + "'",
                    InterfaceSteps.request(end.index(), route));
        }
    }
}
