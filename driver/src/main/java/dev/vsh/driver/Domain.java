package dev.vsh.driver;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.LifecycleEvent;
import dev.vsh.domain.MountedFilesystem;
import dev.vsh.domain.ResourceUsage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A container that is defined, or runs, or both. It holds nothing open: each call looks at the state
 * on disk and checks it against the kernel. Safe for use by several threads.
 */
public interface Domain {
    String name();

    UUID uuid();

    /** The helper's process id while the domain is active. */
    OptionalLong id();

    /**
     * @throws DriverException NO_DOMAIN when it has vanished meanwhile
     */
    DomainStatus status();

    default boolean isActive() {
        return !(status() instanceof DomainStatus.ShutOff);
    }

    /** Whether it has a definition that outlives its running. */
    boolean isPersistent();

    boolean isAutostart();

    /**
     * Says whether it begins with the host.
     *
     * @throws DriverException OPERATION_INVALID when it is transient
     */
    void setAutostart(boolean autostart);

    /** What its document says, as a value; {@link #xml} has the same as text. */
    DomainDefinition definition(XmlView view);

    /**
     * Whether it shows what {@code <vsh:ready>} of its definition asks for.
     *
     * @throws DriverException OPERATION_INVALID when it is not active
     */
    boolean isReady();

    DomainInfo info();

    /**
     * @throws DriverException OPERATION_INVALID when it is not active
     */
    ResourceUsage usage();

    /**
     * The document in libvirt's normal form.
     *
     * @param view the running domain's, with its ids and paths, or the definition for the next start;
     *     LIVE means the definition when the domain is not running
     */
    String xml(XmlView view);

    /** What {@link #start(StartRequest)} would do now, call by call; nothing is done. */
    DomainPlan plan();

    /**
     * Starts the domain and returns once its init runs; on failure everything is undone.
     *
     * @throws DriverException OPERATION_INVALID when it is active; CONFIG_UNSUPPORTED naming what is
     *     valid but not built; OPERATION_FAILED or SYSTEM_ERROR naming the step, its operands and the
     *     errno
     */
    void start(StartRequest request);

    /** Starts the domain for itself, with nobody waiting for its console. */
    default void start() {
        start(StartRequest.PLAIN);
    }

    /**
     * Stops every process in the container and returns when the last one stands still. That lasts until {@link
     * #resume()}, whoever asks and in whatever process.
     *
     * @throws DriverException OPERATION_INVALID when it is not running; NO_SUPPORT when the host has no freezer;
     *     OPERATION_TIMEOUT when a process does not stop, and then all go on
     */
    void suspend();

    /**
     * Lets a paused container go on.
     *
     * @throws DriverException OPERATION_INVALID when it is not paused; OPERATION_FAILED when something else holds it
     *     frozen
     */
    void resume();

    /**
     * Asks the init to stop the container, in the way that this init understands.
     *
     * @throws DriverException OPERATION_INVALID when it is not running, or paused; NO_SUPPORT when the init does not
     *     listen to anything that could be asked; OPERATION_TIMEOUT when it was asked and has not stopped in time
     */
    void shutdown(ShutdownRequest request);

    /** Asks the init to stop the container, and does not wait for it. */
    default void shutdown() {
        shutdown(ShutdownRequest.PLAIN);
    }

    /**
     * Asks the init to reboot. One that cannot is asked to stop and then started again; {@code <on_reboot>} can make
     * it stay shut off. Name, uuid, id and live document stay.
     *
     * @throws DriverException as {@link #shutdown(ShutdownRequest)}
     */
    void reboot(ShutdownRequest request);

    /** Asks the init to reboot, and does not wait for it. */
    default void reboot() {
        reboot(ShutdownRequest.PLAIN);
    }

    /**
     * Kills everything in the container and starts it again with the same live document, whatever that says of ends.
     *
     * @throws DriverException OPERATION_INVALID when it is not active; OPERATION_FAILED when it did not start again
     */
    void reset();

    /**
     * Says what follows the end of the init.
     *
     * @param action {@code destroy} or {@code restart}
     * @param documents the running domain's, or the definition, or both
     * @throws DriverException OPERATION_INVALID when there is no such document; CONFIG_UNSUPPORTED for another action
     */
    void setLifecycleAction(LifecycleEvent event, String action, Set<XmlView> documents);

    /**
     * Changes what the domain's documents say, and with the live one the kernel's limits: all of them, or none.
     *
     * @param documents the running domain's, or the definition, or both
     * @param change gives another definition of the same name and uuid
     * @throws DriverException OPERATION_INVALID when there is no such document, or a running domain cannot be changed so;
     *     XML_ERROR when a value is out of its range; CONFIG_UNSUPPORTED when it is beyond what this host has;
     *     OPERATION_FAILED naming what the kernel refused
     */
    void change(Set<XmlView> documents, UnaryOperator<DomainDefinition> change);

    /**
     * Kills everything in the container, paused or not, and returns when nothing of it is left.
     *
     * @throws DriverException OPERATION_INVALID when it is not active
     */
    void destroy();

    /**
     * Forgets the definition. A running domain becomes transient.
     *
     * @throws DriverException OPERATION_INVALID when it is transient
     */
    void undefine();

    /**
     * Gives the domain another name; uuid, autostart and log stay. This object has no domain any more then.
     *
     * @throws DriverException OPERATION_INVALID when it is active or transient, or the name is another's; XML_ERROR when
     *     it is no name
     */
    void rename(String name);

    /** When it was started, and what its helper had to say; empty when it never was. */
    Optional<Path> logFile();

    /**
     * Runs a command in the container: in its namespaces and cgroups, with what its init was allowed.
     *
     * @throws DriverException OPERATION_INVALID when it is not running; INVALID_ARG when there is no such user or
     *     folder; OPERATION_FAILED naming the step that failed
     * @throws CommandNotRunException when there is no such command, or none that can be run
     */
    ExecStream exec(ExecRequest request);

    /**
     * What is in a folder of the container, as its init sees it: no link leads out of it. Of a folder with very many names
     * only some are given.
     *
     * @param folder an absolute path
     * @throws DriverException OPERATION_INVALID when it is not running; INVALID_ARG when it has no such folder
     */
    List<ContainerFile> files(String folder);

    /**
     * Names of the users that the container has, as in its {@code /etc/passwd}.
     *
     * @throws DriverException OPERATION_INVALID when it is not running
     */
    List<String> users();

    /**
     * Every process in the container, in the order of their numbers on the host.
     *
     * @throws DriverException OPERATION_INVALID when it is not running
     */
    List<ContainerProcess> processes();

    /**
     * Sends a signal to a process of the container.
     *
     * @param pid as the container sees it; 1 is its init
     * @throws DriverException OPERATION_INVALID when the domain is not running; INVALID_ARG when there is no such
     *     process
     */
    void sendProcessSignal(long pid, int signal);

    /**
     * Attaches to a console. Any number of clients may be attached to one at a time; what the console
     * printed before (bounded) comes first.
     *
     * @throws DriverException OPERATION_INVALID when it is not active, INVALID_ARG when there is no
     *     such console
     */
    ConsoleStream openConsole(ConsoleOptions options);

    /**
     * The interfaces with the addresses that they have now.
     *
     * @param source interfaces are called as in the container by AGENT, and by the host's ends otherwise
     * @throws DriverException OPERATION_INVALID when it is not active
     */
    List<InterfaceAddresses> interfaceAddresses(AddressSource source);

    /** The same, as the container has them. */
    default List<InterfaceAddresses> interfaceAddresses() {
        return interfaceAddresses(AddressSource.AGENT);
    }

    /**
     * What is mounted in the container, in the order in which it was.
     *
     * @throws DriverException OPERATION_INVALID when it is not active
     */
    List<MountedFilesystem> filesystems();

    /**
     * @param disk its target or its source
     * @param view the running domain's disks, or those of its next start
     * @throws DriverException INVALID_ARG when it has no such disk, SYSTEM_ERROR when that cannot be looked at
     */
    DiskSize diskSize(String disk, XmlView view);

    /**
     * @param device an interface's name on the host or its MAC address
     * @throws DriverException OPERATION_INVALID when it is not active, INVALID_ARG when it has no such
     *     interface
     */
    InterfaceStatistics interfaceStatistics(String device);

    /**
     * Plugs the cable of an interface in or pulls it.
     *
     * @param device as for {@link #interfaceStatistics}
     * @param document LIVE for the domain that runs, INACTIVE for its next start
     * @throws DriverException OPERATION_INVALID when there is nothing that could be changed so, INVALID_ARG
     *     when it has no such interface
     */
    void setInterfaceLink(String device, boolean up, XmlView document);

    /**
     * Limits what goes through an interface.
     *
     * @param device as for {@link #interfaceStatistics}
     * @param bandwidth a direction that it does not have stays as it is; an average of 0 ends its limit
     * @param documents LIVE for the domain that runs, INACTIVE for its next start, or both
     * @throws DriverException as {@link #setInterfaceLink}
     */
    void setInterfaceBandwidth(String device, Bandwidth bandwidth, Set<XmlView> documents);

    /**
     * Attaches, detaches or updates one device.
     *
     * @param device one element of {@code <devices>}; an interface is known by its MAC address
     * @param documents LIVE for the domain that runs, INACTIVE for its next start, or both
     * @throws DriverException OPERATION_INVALID when there is no such document; CONFIG_UNSUPPORTED naming a kind
     *     of device that this is not built for; OPERATION_FAILED naming the step that failed, and then nothing has
     *     changed
     */
    void changeDevice(DeviceAction action, DomainDocument device, Set<XmlView> documents);
}
