package dev.vsh.it.harness;

/** Busybox's, in a container of {@link NetworkedHost}. */
public final class DhcpClient {
    /** Asks for an address until it has one. */
    public static final String ASK = "udhcpc -i eth0 -s /take -q -n -t 10 -T 1; ";

    /** What it runs once it has been given an address. */
    static final String TAKE =
            "case $1 in bound) ip addr add $ip/$mask dev $interface;"
                    + " [ -z \"$router\" ] || ip route add default via $router;"
                    + " echo nameserver $dns >/etc/resolv.conf;; esac";

    private DhcpClient() {}
}
