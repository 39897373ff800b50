package dev.vsh.driver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A virtual network that is defined, or active, or both. Like a {@link Domain} it holds nothing open: each call looks at
 * the state on disk and checks it against the kernel. Safe for use by several threads.
 */
public interface Network {
    String name();

    UUID uuid();

    boolean isActive();

    /** Whether it has a definition that outlives its being active. */
    boolean isPersistent();

    boolean isAutostart();

    /** What containers are plugged into; empty for a network that does without, or has none yet. */
    Optional<String> bridgeName();

    /** What was lost of an active network since its start, as its server; {@link #start()} mends it. */
    Optional<String> trouble();

    /**
     * The document in libvirt's normal form.
     *
     * @param view LIVE means the definition when the network is not active
     */
    String xml(XmlView view);

    /**
     * Makes what the network is of: bridge, addresses, rules, servers; or what was lost of it. On failure everything is
     * undone.
     *
     * @throws DriverException OPERATION_INVALID when it is active and well; CONFIG_UNSUPPORTED naming what is valid but not
     *     built; OPERATION_FAILED naming what cannot be made and why
     */
    void start();

    /**
     * Removes everything that {@link #start()} made. Containers that are plugged in keep running without it.
     *
     * @throws DriverException OPERATION_INVALID when it is not active
     */
    void destroy();

    /**
     * Forgets the definition. An active network becomes transient.
     *
     * @throws DriverException OPERATION_INVALID when it is transient
     */
    void undefine();

    /**
     * @throws DriverException OPERATION_INVALID when it is transient
     */
    void setAutostart(boolean autostart);

    /** Who has been given which address, in the order of their MAC addresses; nobody when it is not active. */
    List<DhcpLease> dhcpLeases();

    /**
     * Adds, deletes or modifies one element of the network's lists. Those who are in the network find it at once.
     *
     * @param documents LIVE for the network that is active, INACTIVE for its next start, or both
     * @throws DriverException OPERATION_INVALID when there is no such document, or no such element; NO_SUPPORT for a
     *     section that is no such list
     */
    void update(NetworkUpdate update, Set<XmlView> documents);
}
