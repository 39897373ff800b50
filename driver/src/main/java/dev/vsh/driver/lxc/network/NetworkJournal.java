package dev.vsh.driver.lxc.network;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** What is noted for operators about networks; the logger is looked up when there is something to say. */
final class NetworkJournal {
    private NetworkJournal() {}

    static void forwarding(String network, boolean ipv4) {
        logger().warn(
                        "network '{}' has this host pass on packets from now on: {} is 1",
                        network,
                        ipv4 ? "net.ipv4.ip_forward" : "net.ipv6.conf.all.forwarding");
    }

    static void serverMended(String network) {
        logger().info("the dnsmasq of network '{}' had ended, starting another", network);
    }

    static void removed(String network) {
        logger().info("removed what was left of network '{}', which was cut off", network);
    }

    private static Logger logger() {
        return LogManager.getLogger(NetworkJournal.class);
    }
}
