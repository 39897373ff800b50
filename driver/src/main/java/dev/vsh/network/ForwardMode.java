package dev.vsh.network;

import java.util.Locale;

/** What becomes of packets between a network and the world; {@code <forward mode=…>}. */
public enum ForwardMode {
    /** Nothing leaves and nothing comes in: a document without {@code <forward>}. */
    ISOLATED,
    /** As if from the host. */
    NAT,
    /** As they are, to and from the network's own addresses only. */
    ROUTE,
    /** As they are, and no rule of ours says anything about them. */
    OPEN,
    /** Over a bridge that is there without us. */
    BRIDGE,
    PRIVATE,
    VEPA,
    PASSTHROUGH,
    HOSTDEV;

    /** The attribute's value; there is none for {@link #ISOLATED}. */
    public String xmlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ForwardMode ofXml(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether the bridge is made and addressed for the network. */
    public boolean hasOwnBridge() {
        return switch (this) {
            case ISOLATED, NAT, ROUTE, OPEN -> true;
            case BRIDGE, PRIVATE, VEPA, PASSTHROUGH, HOSTDEV -> false;
        };
    }

    /** Whether the host passes packets on between the network and others. */
    public boolean forwards() {
        return switch (this) {
            case NAT, ROUTE, OPEN -> true;
            case ISOLATED, BRIDGE, PRIVATE, VEPA, PASSTHROUGH, HOSTDEV -> false;
        };
    }
}
