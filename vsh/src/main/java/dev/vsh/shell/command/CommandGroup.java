package dev.vsh.shell.command;

/** A chapter of the help. */
public enum CommandGroup {
    DOMAIN("Domain Management", "domain"),
    EVENT("Domain Events", "events"),
    MONITOR("Domain Monitoring", "monitor"),
    HOST("Host and Hypervisor", "host"),
    INTERFACE("Interface", "interface"),
    NETWORK("Networking", "network"),
    DEVICE("Node Device", "nodedev"),
    SHELL("Vsh itself", "vsh");

    private static final String SHELL_OF_VIRSH = "virsh";

    private final String title;
    private final String keyword;

    CommandGroup(String title, String keyword) {
        this.title = title;
        this.keyword = keyword;
    }

    public String title() {
        return title;
    }

    /** By its keyword or title, or as virsh calls its shell. */
    public boolean isCalled(String name) {
        return name.equals(keyword)
                || name.equals(title)
                || (this == SHELL && name.equals(SHELL_OF_VIRSH));
    }

    /** What {@code help} calls it. */
    public String keyword() {
        return keyword;
    }
}
