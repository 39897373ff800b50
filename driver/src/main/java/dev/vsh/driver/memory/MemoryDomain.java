package dev.vsh.driver.memory;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.ByteSize;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.LifecycleEvent;
import dev.vsh.domain.MountedFilesystem;
import dev.vsh.domain.ResourceUsage;
import dev.vsh.driver.AddressSource;
import dev.vsh.driver.CommandNotRunException;
import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.ConsoleStream;
import dev.vsh.driver.ContainerFile;
import dev.vsh.driver.ContainerProcess;
import dev.vsh.driver.DiskSize;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DomainInfo;
import dev.vsh.driver.DomainPlan;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ExecRequest;
import dev.vsh.driver.ExecStream;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.LimitsView;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.driver.StartRequest;
import dev.vsh.driver.XmlView;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A domain of a {@link MemoryHost}, which holds all that can change. */
final class MemoryDomain implements Domain {
    private static final int SIGKILL = 9;
    private static final long FIRST_PID = 1000;

    private final MemoryConnection connection;
    private final MemoryHost host;
    private final Documents documents;
    private final String name;
    private final UUID uuid;

    MemoryDomain(
            MemoryConnection connection,
            MemoryHost host,
            Documents documents,
            String name,
            UUID uuid) {
        this.connection = connection;
        this.host = host;
        this.documents = documents;
        this.name = name;
        this.uuid = uuid;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public UUID uuid() {
        return uuid;
    }

    @Override
    public OptionalLong id() {
        return now().id();
    }

    @Override
    public DomainStatus status() {
        return now().status();
    }

    @Override
    public boolean isPersistent() {
        return now().definition().isPresent();
    }

    @Override
    public boolean isAutostart() {
        return now().autostart();
    }

    @Override
    public void setAutostart(boolean autostart) {
        connection.requireWritable("setAutostart");
        host.setAutostart(uuid, autostart);
    }

    @Override
    public DomainDefinition definition(XmlView view) {
        return switch (view) {
            case LIVE -> now().current();
            case INACTIVE -> now().next();
        };
    }

    /** Nothing here takes any time. */
    @Override
    public boolean isReady() {
        host.running(uuid);
        return true;
    }

    @Override
    public DomainInfo info() {
        DomainRecord now = now();
        DomainDefinition current = now.current();
        return new DomainInfo(
                "exe",
                current.vcpu().current().orElse(current.vcpu().maximum()),
                // nothing is ever computed here
                now.activity().map(_ -> Duration.ZERO),
                current.memory(),
                current.currentMemory(),
                now.activity().map(_ -> LimitsView.HOST));
    }

    /** Nothing is ever computed here. */
    @Override
    public ResourceUsage usage() {
        DomainDefinition running = host.running(uuid);
        return new ResourceUsage(
                new ResourceUsage.Processor(
                        Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of(Duration.ZERO)),
                new ResourceUsage.Memory(running.currentMemory(), new ByteSize(0)),
                List.of());
    }

    @Override
    public String xml(XmlView view) {
        DomainRecord now = now();
        return switch (view) {
            case LIVE -> documents.write(now.current(), now.id());
            case INACTIVE -> documents.write(now.next(), OptionalLong.empty());
        };
    }

    @Override
    public DomainPlan plan() {
        String init = now().next().init().path();
        return new DomainPlan(
                List.of(
                        new DomainPlan.Section(
                                "In the memory of this connection",
                                List.of(
                                        new DomainPlan.Step("next free id", "id(" + name + ")"),
                                        new DomainPlan.Step(
                                                "console that echoes", "console(console0)"),
                                        new DomainPlan.Step(
                                                "nothing runs", "init(" + init + ")")))));
    }

    @Override
    public void start(StartRequest request) {
        connection.requireWritable("startDomain");
        host.start(uuid);
    }

    @Override
    public void suspend() {
        connection.requireWritable("suspendDomain");
        host.suspend(uuid);
    }

    @Override
    public void resume() {
        connection.requireWritable("resumeDomain");
        host.resume(uuid);
    }

    @Override
    public void shutdown(ShutdownRequest request) {
        connection.requireWritable("shutdownDomain");
        host.shutdown(uuid);
    }

    @Override
    public void reboot(ShutdownRequest request) {
        connection.requireWritable("rebootDomain");
        host.reboot(uuid);
    }

    @Override
    public void reset() {
        connection.requireWritable("resetDomain");
        host.reset(uuid);
    }

    @Override
    public void setLifecycleAction(LifecycleEvent event, String action, Set<XmlView> documents) {
        connection.requireWritable("setLifecycleAction");
        host.change(
                uuid,
                documents,
                domain ->
                        domain.withLifecycleActions(domain.lifecycleActions().with(event, action)));
    }

    @Override
    public void change(Set<XmlView> views, UnaryOperator<DomainDefinition> change) {
        connection.requireWritable("changeDomain");
        if (views.contains(XmlView.LIVE)) {
            DomainDefinition live = host.running(uuid);
            if (!change.apply(live).memory().equals(live.memory())) {
                throw new DriverException(
                        ErrorCode.OPERATION_INVALID,
                        "Cannot resize the max memory on an active domain");
            }
        }
        host.change(uuid, views, domain -> documents.checked(change.apply(domain)));
    }

    @Override
    public void destroy() {
        connection.requireWritable("destroyDomain");
        host.destroy(uuid);
    }

    @Override
    public void undefine() {
        connection.requireWritable("undefineDomain");
        host.undefine(uuid);
    }

    @Override
    public void rename(String other) {
        connection.requireWritable("renameDomain");
        host.rename(uuid, documents.checked(now().next().withName(other)));
    }

    /** Nobody has anything to say here. */
    @Override
    public Optional<Path> logFile() {
        return Optional.empty();
    }

    @Override
    public ExecStream exec(ExecRequest request) {
        connection.requireWritable("exec");
        host.requireRunning(uuid);
        throw new CommandNotRunException(
                false,
                "cannot run '"
                        + request.command().getFirst()
                        + "' in domain '"
                        + name
                        + "': on an imaginary machine there is nothing to run");
    }

    /** Nobody has ever put a file there. */
    @Override
    public List<ContainerFile> files(String folder) {
        host.running(uuid);
        return List.of();
    }

    @Override
    public List<String> users() {
        host.running(uuid);
        return List.of("root");
    }

    @Override
    public List<ContainerProcess> processes() {
        DomainDefinition running = host.running(uuid);
        return List.of(
                new ContainerProcess(
                        FIRST_PID + id().orElse(0), 1, 1, "root", running.init().path()));
    }

    @Override
    public void sendProcessSignal(long pid, int signal) {
        connection.requireWritable("sendProcessSignal");
        host.requireRunning(uuid);
        if (pid != 1) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG, "domain '" + name + "' has no process " + pid);
        }
        if (signal == SIGKILL) {
            host.crash(uuid);
        }
    }

    @Override
    public ConsoleStream openConsole(ConsoleOptions options) {
        connection.requireWritable("openConsole");
        MemoryConsole console = host.console(uuid);
        Optional<String> unknown =
                options.device().filter(device -> !device.equals(MemoryConsole.ALIAS));
        if (unknown.isPresent()) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG, "cannot find console device '" + unknown.get() + "'");
        }
        return console.attach(options.force());
    }

    /** As the document has them, whoever is asked: nobody else sets any. */
    @Override
    public List<InterfaceAddresses> interfaceAddresses(AddressSource source) {
        return MemoryInterfaces.addresses(host.running(uuid).devices());
    }

    /** Those that the document names. */
    @Override
    public List<MountedFilesystem> filesystems() {
        return host.running(uuid).devices().filesystems().stream()
                .map(each -> new MountedFilesystem(each.target(), each.target(), "imaginary"))
                .toList();
    }

    /** All are of one size. */
    @Override
    public DiskSize diskSize(String disk, XmlView view) {
        return definition(view).devices().disks().stream()
                .filter(each -> each.target().equals(disk))
                .findFirst()
                .map(_ -> DiskSize.full(ByteSize.of(1, "GiB")))
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.INVALID_ARG,
                                        "no such disk '" + disk + "': domblklist names them"));
    }

    /** Nothing ever goes through. */
    @Override
    public InterfaceStatistics interfaceStatistics(String device) {
        MemoryInterfaces.require(host.running(uuid), device);
        return InterfaceStatistics.NONE;
    }

    @Override
    public void setInterfaceLink(String device, boolean up, XmlView document) {
        connection.requireWritable("updateDeviceFlags");
        host.change(
                uuid, Set.of(document), domain -> MemoryInterfaces.withLink(domain, device, up));
    }

    @Override
    public void setInterfaceBandwidth(String device, Bandwidth bandwidth, Set<XmlView> views) {
        connection.requireWritable("setInterfaceParameters");
        host.change(
                uuid, views, domain -> MemoryInterfaces.withBandwidth(domain, device, bandwidth));
    }

    @Override
    public void changeDevice(DeviceAction action, DomainDocument device, Set<XmlView> views) {
        connection.requireWritable(action.name().toLowerCase(Locale.ROOT) + "DeviceFlags");
        MemoryDevice change = new MemoryDevice(documents.readDevice(device));
        host.change(uuid, views, domain -> change.made(action, domain));
    }

    private DomainRecord now() {
        return host.byUuid(uuid);
    }
}
