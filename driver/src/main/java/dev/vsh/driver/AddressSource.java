package dev.vsh.driver;

/** Who is asked about the addresses of a container. */
public enum AddressSource {
    /** The networks that it is in: what they have given to its interfaces. */
    LEASE,
    /** The container: what its interfaces have, whoever set it. */
    AGENT,
    /** The host: whom it has talked to by the addresses of its interfaces. */
    ARP
}
