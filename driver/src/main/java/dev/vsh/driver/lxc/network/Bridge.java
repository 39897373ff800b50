package dev.vsh.driver.lxc.network;

import dev.vsh.domain.Bandwidth;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;
import dev.vsh.netlink.AddressRequests;
import dev.vsh.netlink.LinkRequests;
import dev.vsh.netlink.MacAddress;
import dev.vsh.netlink.QueueRequests;
import dev.vsh.netlink.Word;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkIp;
import dev.vsh.network.Subnet;

import java.util.Optional;

/** A network's own bridge in the kernel. */
record Bridge(Syscalls syscalls, String name) {
    /**
     * @return its index
     */
    int make(NetworkDefinition network) {
        try (NetworkConversation kernel = NetworkConversation.here(syscalls)) {
            kernel.ask(
                    LinkRequests.makeBridge(
                            name,
                            new MacAddress(network.mac().orElseThrow()),
                            network.mtu(),
                            network.bridge().spanningTree(),
                            network.bridge().delay()));
            return kernel.ask(LinkRequests.find(name));
        }
    }

    void address(NetworkDefinition network, int index) {
        KernelSetting.ofInterface("ipv6", name, "accept_ra").set("0");
        boolean hasIpv6 = network.addresses().stream().anyMatch(ip -> !ip.subnet().isIpv4());
        if (!hasIpv6) {
            // Whoever is plugged in would find the host at its link-local address.
            KernelSetting.ofInterface("ipv6", name, "disable_ipv6").set("1");
        }
        Word word = Word.of(index);
        try (NetworkConversation kernel = NetworkConversation.here(syscalls)) {
            for (NetworkIp ip : network.addresses()) {
                Subnet subnet = ip.subnet();
                kernel.ask(
                        AddressRequests.address(
                                word, subnet.address(), subnet.prefix(), Optional.empty()));
            }
            kernel.ask(LinkRequests.up(word));
            RouteReader.routes(network)
                    .forEach(
                            route ->
                                    kernel.ask(
                                            AddressRequests.route(
                                                    word,
                                                    route.subnet().network(),
                                                    route.subnet().prefix(),
                                                    Optional.of(route.gateway()),
                                                    route.metric())));
        }
    }

    /** What the bridge sends is what comes to those in the network; for the rest there is {@link Firewall}. */
    void limit(Bandwidth.Rate inbound, int index) {
        Word word = Word.of(index);
        try (NetworkConversation kernel = NetworkConversation.here(syscalls)) {
            advising(QueueRequests.NO_QUEUE, () -> kernel.ask(QueueRequests.queue(word)));
            kernel.ask(QueueRequests.limit(word, BandwidthLimits.of(inbound)));
        }
    }

    private static void advising(String lack, Runnable request) {
        try {
            request.run();
        } catch (SyscallException e) {
            if (e.errno() == Errno.ENOENT) {
                throw new DriverException(ErrorCode.OPERATION_FAILED, lack, e);
            }
            throw e;
        }
    }

    /** Whether it is there or not. */
    void remove() {
        try (NetworkConversation kernel = NetworkConversation.here(syscalls)) {
            kernel.ask(LinkRequests.remove(Word.of(kernel.ask(LinkRequests.find(name)))));
        } catch (SyscallException e) {
            if (e.errno() != Errno.ENODEV) {
                throw e;
            }
        }
    }
}
