package dev.vsh.netlink;

/** What the macvlans of one interface may say to each other; {@code linux/if_link.h}. */
public enum MacvlanMode {
    PRIVATE(1),
    VEPA(2),
    BRIDGE(4),
    PASSTHROUGH(8);

    private final int number;

    MacvlanMode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
