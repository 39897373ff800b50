package dev.vsh.driver;

import dev.vsh.machine.Machine;

import java.util.List;
import java.util.UUID;

/**
 * A way to the domains of one driver and one set of folders. Cheap to open; any number of processes
 * may have one to the same folders at once. Safe for use by several threads.
 *
 * <pre>{@code
 * try (Connection connection = Connection.open("lxc:///embed?root=/srv/try")) {
 *     Domain domain = connection.createDomain(DomainDocument.of(xml));
 *     domain.destroy();
 * }
 * }</pre>
 */
public interface Connection extends AutoCloseable {
    /**
     * Opens a connection that may change things.
     *
     * @param uri {@code lxc:///}, {@code lxc:///system}, {@code lxc:///embed?root=DIR} or {@code
     *     test:///default}
     * @throws DriverException NO_CONNECT when no driver answers to the URI
     */
    static Connection open(String uri) {
        return Drivers.open(uri, false);
    }

    /** As {@link #open(String)}, but every change is refused with OPERATION_DENIED. */
    static Connection openReadOnly(String uri) {
        return Drivers.open(uri, true);
    }

    /** The URI in its canonical form, as {@code lxc:///system}. */
    String uri();

    boolean isReadOnly();

    /** The host's name. */
    String hostname();

    /** What {@code virsh version} shows. */
    VersionInfo version();

    /** The machine that the containers run on. */
    Machine machine();

    /** What the machine has, and what guests it can run: {@code <capabilities>} of libvirt. */
    String capabilities();

    /** What a document may ask for: {@code <domainCapabilities>} of libvirt. */
    String domainCapabilities();

    /** All domains: running, shut off, transient; sorted by name. */
    List<Domain> listAllDomains();

    /**
     * @throws DriverException NO_DOMAIN
     */
    Domain lookupDomainByName(String name);

    /**
     * Only running domains have an id.
     *
     * @throws DriverException NO_DOMAIN
     */
    Domain lookupDomainById(long id);

    /**
     * @throws DriverException NO_DOMAIN
     */
    Domain lookupDomainByUuid(UUID uuid);

    /**
     * Makes a domain persistent, or replaces the definition that it will next start with.
     *
     * @throws DriverException XML_ERROR, XML_INVALID_SCHEMA with every problem of the document;
     *     OPERATION_FAILED when name and uuid belong to different domains
     */
    Domain defineDomain(DomainDocument document);

    /**
     * Starts a transient domain, or a persistent one with a new live definition.
     *
     * @throws DriverException as {@link #defineDomain} and {@link Domain#start(StartRequest)}
     */
    Domain createDomain(DomainDocument document, StartRequest request);

    /** As {@link #createDomain(DomainDocument, StartRequest)}, with nobody waiting for its console. */
    default Domain createDomain(DomainDocument document) {
        return createDomain(document, StartRequest.PLAIN);
    }

    /**
     * Gets ready for starts to come: so many helper processes are started, if not as many wait already, and the next
     * starts need not wait for one to come up. Returns at once, and says nothing of what goes wrong: the start will. A
     * helper takes 10 MB of memory while it waits, until {@link #close()}; it is in the calling thread's namespaces
     * and control groups. A driver that needs no helpers does nothing.
     *
     * @param count how many starts, 8 at most
     */
    default void prepareStarts(int count) {}

    Networks networks();

    /**
     * Where running domains are plugged into a network.
     *
     * @param network one of {@link #networks()}
     */
    default List<NetworkPort> networkPorts(Network network) {
        return NetworkPort.of(network, listAllDomains());
    }

    /**
     * A document of what another program would make of its configuration. Nothing is defined.
     *
     * @throws DriverException INVALID_ARG for a format that is not known; CONFIG_UNSUPPORTED with every
     *     problem of the configuration
     */
    default NativeConversion domainXmlFromNative(NativeDocument document) {
        return new NativeConfigurations().fromNative(document);
    }

    /**
     * The configuration with which another program would make the same of a document.
     *
     * @param format {@code lxc-tools}: what LXC 5 reads
     * @throws DriverException INVALID_ARG for a format that is not known; XML_ERROR with every problem of the
     *     document
     */
    default NativeConversion domainXmlToNative(String format, DomainDocument document) {
        return new NativeConfigurations().toNative(format, document);
    }

    /** Looks whether the host has what containers need. Nothing is changed. */
    List<HostCheck> checkHost();

    /**
     * Listens to what happens to the domains from now on, whatever process does it.
     *
     * @throws DriverException OPERATION_DENIED on a connection that may only look: the listener of containers has to be
     *     able to say when one has ended
     */
    EventStream events();

    @Override
    void close();
}
