package dev.vsh.plan;

import dev.vsh.linux.Errno;
import dev.vsh.netlink.AddressRequests;
import dev.vsh.netlink.LinkRequests;
import dev.vsh.netlink.Request;
import dev.vsh.netlink.Word;
import dev.vsh.plan.InterfacePlan.Addressing;
import dev.vsh.plan.InterfacePlan.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps for each network interface: from its making or moving in to its removal or return. */
final class InterfaceSteps {
    private static final String OUT_OF_REACH = "no <ip> of it is in the network of the gateway";
    static final Map<Errno, String> NO_GATEWAY =
            Map.of(Errno.ENETUNREACH, OUT_OF_REACH, Errno.EHOSTUNREACH, OUT_OF_REACH);

    /** The kernel puts a number that is free there. */
    private static final String ANY_NAME = "dev%d";

    private final ProgramBuilder program;
    private final NetworkSteps.Lines lines;
    private final NetlinkCalls host;
    private final NetlinkCalls container;
    private final NetlinkCalls hostAfterwards;
    private final NetlinkCalls containerAfterwards;
    private final Word home;
    private final Word process;
    private final List<End> ends = new ArrayList<>();

    /** What there is to set up in one network. */
    private record End(
            NetlinkCalls network, String name, Word index, Addressing addressing, boolean up) {}

    /**
     * @param process one of the container's
     */
    InterfaceSteps(ProgramBuilder program, NetworkSteps.Lines lines, Slot process) {
        this.program = program;
        this.lines = lines;
        this.host = new NetlinkCalls(program.attach(), lines.host());
        this.container = new NetlinkCalls(program.attach(), lines.container());
        this.hostAfterwards = new NetlinkCalls(program.release(), lines.host());
        this.containerAfterwards = new NetlinkCalls(program.release(), lines.container());
        this.home = NetlinkCalls.word(lines.home());
        this.process = NetlinkCalls.word(process);
    }

    void connect(List<InterfacePlan> interfaces) {
        interfaces.forEach(this::obtain);
        ends.forEach(InterfaceSteps::setUp);
    }

    private void obtain(InterfacePlan plan) {
        switch (plan.source()) {
            case Source.Borrowed _ -> borrow(plan);
            case Source.Cable cable -> plug(plan, cable);
            case Source.Macvlan macvlan -> stack(plan, macvlan);
        }
    }

    private void borrow(InterfacePlan plan) {
        String name = plan.name();
        host.advising(
                        Map.of(
                                Errno.ENODEV,
                                "the host has no interface '" + name + "': ip link",
                                Errno.EINVAL,
                                "one of its kind (lo, a bridge) cannot leave the host",
                                Errno.EOPNOTSUPP,
                                "one of its kind (lo, a bridge) cannot leave the host"))
                .ask(
                        "take interface '" + name + "' from the host",
                        LinkRequests.moveTo(process, name));
        Word index = find(container, "interface", name);
        String back = "give interface '" + name + "' back to the host";
        containerAfterwards.ask(back, LinkRequests.moveBack(index, home, name));
        // Where somebody took its name meanwhile; otherwise it is not there any more.
        containerAfterwards.ask(back, LinkRequests.moveBack(index, home, ANY_NAME));
        ends.add(new End(container, name, index, plan.addressing(), true));
    }

    private void plug(InterfacePlan plan, Source.Cable cable) {
        String end = cable.hostEnd();
        host.advising(Map.of(Errno.EEXIST, "the host has another interface '" + end + "': ip link"))
                .ask(
                        "make interface '" + plan.name() + "'",
                        LinkRequests.makePair(end, plan.name(), cable.mac(), plan.mtu(), process));
        Word outer = find(host, "host-end", end);
        hostAfterwards.ask(
                "remove interface '" + end + "' from the host", LinkRequests.remove(outer));
        host.ask("describe interface '" + end + "'", LinkRequests.describe(outer, cable.alias()));
        cable.bridge().ifPresent(bridge -> join(host, end, outer, bridge));
        cable.limits().outbound().ifPresent(_ -> LimitSteps.removeOutbound(program.release(), end));
        new LimitSteps(program.attach(), lines.host(), end, outer).set(cable.limits());
        Word inner = find(container, "interface", plan.name());
        ends.add(new End(host, end, outer, cable.hostAddressing(), plan.connected()));
        ends.add(new End(container, plan.name(), inner, plan.addressing(), true));
    }

    static void join(NetlinkCalls host, String end, Word port, String bridge) {
        String label = "plug interface '" + end + "' into bridge '" + bridge + "'";
        Slot found =
                host.advising(noInterface(bridge)).find("bridge", label, LinkRequests.find(bridge));
        host.advising(Map.of(Errno.EOPNOTSUPP, "'" + bridge + "' is no bridge"))
                .ask(label, LinkRequests.join(port, NetlinkCalls.word(found)));
    }

    private void stack(InterfacePlan plan, Source.Macvlan macvlan) {
        String label = "make interface '" + plan.name() + "'";
        Slot lower =
                host.advising(noInterface(macvlan.lower()))
                        .find("lower", label, LinkRequests.find(macvlan.lower()));
        host.advising(
                        Map.of(
                                Errno.EBUSY,
                                "'" + macvlan.lower() + "' is a bridge's port or all another's"))
                .ask(
                        label,
                        LinkRequests.makeMacvlan(
                                NetlinkCalls.word(lower),
                                macvlan.mode(),
                                plan.name(),
                                macvlan.mac(),
                                plan.mtu(),
                                process));
        Word index = find(container, "interface", plan.name());
        containerAfterwards.ask(
                "remove interface '" + plan.name() + "'", LinkRequests.remove(index));
        ends.add(new End(container, plan.name(), index, plan.addressing(), plan.connected()));
    }

    private static Map<Errno, String> noInterface(String name) {
        return Map.of(Errno.ENODEV, "the host has no interface '" + name + "': ip link");
    }

    private static Word find(NetlinkCalls network, String what, String name) {
        return NetlinkCalls.word(
                network.find(what, "find interface '" + name + "'", LinkRequests.find(name)));
    }

    /** Addresses come first, so that nobody sees it up without them; the kernel takes no route by one that is down. */
    private static void setUp(End end) {
        String of = " of interface '" + end.name() + "'";
        end.addressing()
                .addresses()
                .forEach(
                        each ->
                                end.network()
                                        .ask(
                                                "set address " + each + of,
                                                request(end.index(), each)));
        if (!end.up()) {
            return;
        }
        end.network().ask("bring up interface '" + end.name() + "'", LinkRequests.up(end.index()));
        NetlinkCalls routes = end.network().advising(NO_GATEWAY);
        end.addressing()
                .routes()
                .forEach(each -> routes.ask("set route " + each + of, request(end.index(), each)));
    }

    static Request request(Word index, InterfacePlan.Address address) {
        return AddressRequests.address(index, address.address(), address.prefix(), address.peer());
    }

    static Request request(Word index, InterfacePlan.Route route) {
        return AddressRequests.route(
                index,
                route.destination(),
                route.prefix(),
                Optional.of(route.gateway()),
                route.metric());
    }
}
