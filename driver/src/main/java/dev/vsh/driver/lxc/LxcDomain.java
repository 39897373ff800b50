package dev.vsh.driver.lxc;

import dev.vsh.cgroup.ContainerCgroup;
import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.LifecycleEvent;
import dev.vsh.domain.MountedFilesystem;
import dev.vsh.domain.ResourceUsage;
import dev.vsh.driver.AddressSource;
import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.ConsoleStream;
import dev.vsh.driver.ContainerFile;
import dev.vsh.driver.ContainerProcess;
import dev.vsh.driver.DiskSize;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DomainInfo;
import dev.vsh.driver.DomainPlan;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ExecRequest;
import dev.vsh.driver.ExecStream;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.driver.StartRequest;
import dev.vsh.driver.XmlView;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.ProcessId;
import dev.vsh.plan.SetupCompiler;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** One container by name; each call looks anew. */
final class LxcDomain implements Domain {
    private final Workshop workshop;
    private final String name;
    private final CurrentRun current;

    LxcDomain(Workshop workshop, String name) {
        this.workshop = workshop;
        this.name = name;
        this.current = new CurrentRun(workshop, name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public UUID uuid() {
        return workshop.uuid(name).orElseThrow(current::gone);
    }

    @Override
    public OptionalLong id() {
        return current.active()
                .map(active -> OptionalLong.of(active.helper().pid()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public DomainStatus status() {
        return current.status();
    }

    @Override
    public boolean isPersistent() {
        return workshop.definitions().exists(name);
    }

    @Override
    public boolean isAutostart() {
        return workshop.definitions().isAutostart(name);
    }

    @Override
    public void setAutostart(boolean autostart) {
        workshop.requireWritable();
        try (DomainLock _ = workshop.lock(name)) {
            if (!isPersistent()) {
                throw new DriverException(
                        ErrorCode.OPERATION_INVALID, "Cannot set autostart for transient domain");
            }
            workshop.definitions().setAutostart(name, autostart);
        }
    }

    @Override
    public DomainDefinition definition(XmlView view) {
        return switch (view) {
            case LIVE -> current.liveDefinition();
            case INACTIVE -> workshop.definition(name).orElseGet(current::liveDefinition);
        };
    }

    @Override
    public boolean isReady() {
        RunRecord.Active active = current.requireActive();
        return active.init().filter(ProcessId::isAlive).isPresent()
                && new ReadinessCheck(workshop.syscalls(), this, active)
                        .isMet(definition(XmlView.INACTIVE).autostart().readiness());
    }

    @Override
    public DomainInfo info() {
        DomainDefinition definition = current.liveDefinition();
        Optional<ContainerCgroup> cgroup = current.active().map(workshop.reality()::cgroup);
        Optional<Duration> cpuTime = cgroup.map(each -> each.cpuTime().orElse(Duration.ZERO));
        return new DomainInfo(
                "exe",
                definition.vcpu().maximum(),
                cpuTime,
                definition.memory(),
                cgroup.flatMap(ContainerCgroup::memoryUsed).orElse(definition.currentMemory()),
                current.active()
                        .flatMap(RunRecord.Active::init)
                        .flatMap(init -> LimitsViews.of(init.pid())));
    }

    @Override
    public ResourceUsage usage() {
        return workshop.reality().cgroup(current.requireActive()).usage(Path.of("/sys"));
    }

    @Override
    public String xml(XmlView view) {
        Optional<String> live =
                switch (view) {
                    case LIVE -> current.liveDocument();
                    case INACTIVE -> Optional.empty();
                };
        return live.or(() -> workshop.definitions().read(name))
                .or(
                        () ->
                                current.liveDocument()
                                        .map(
                                                text ->
                                                        workshop.documents()
                                                                .write(current.liveDefinition())))
                .orElseThrow(current::gone);
    }

    @Override
    public DomainPlan plan() {
        DomainDefinition definition = workshop.definition(name).orElseGet(current::liveDefinition);
        Host host = Host.read();
        SupportCheck.require(definition, host);
        return PlanText.of(
                SetupCompiler.compile(
                        workshop.planner(host)
                                .plan(workshop.networks().resolved(definition), "ID")));
    }

    @Override
    public void start(StartRequest request) {
        workshop.requireWritable();
        // Settles what a dead helper left, under the lock; so before this one is taken.
        if (current.active().isPresent()) {
            throw new DriverException(ErrorCode.OPERATION_INVALID, "Domain is already active");
        }
        try (DomainLock _ = workshop.lock(name)) {
            DomainDefinition definition = workshop.definition(name).orElseThrow(current::gone);
            new Starter(workshop).start(definition, request);
        }
    }

    @Override
    public void suspend() {
        workshop.requireWritable();
        RunRecord.Active active = current.requireActive();
        try (DomainLock _ = workshop.lock(name)) {
            new Suspension(workshop, name, current.requireStill(active)).suspend();
        }
    }

    @Override
    public void resume() {
        workshop.requireWritable();
        RunRecord.Active active = current.requireActive();
        try (DomainLock _ = workshop.lock(name)) {
            new Suspension(workshop, name, current.requireStill(active)).resume();
        }
    }

    @Override
    public void shutdown(ShutdownRequest request) {
        workshop.requireWritable();
        order().powerOff(request);
    }

    @Override
    public void reboot(ShutdownRequest request) {
        workshop.requireWritable();
        order().reboot(request);
    }

    @Override
    public void reset() {
        workshop.requireWritable();
        RunRecord.Active active = current.requireActive();
        try (DomainLock _ = workshop.lock(name)) {
            RunRecord.Active still = current.requireStill(active);
            new Stopper(workshop).reset(name, still, current.requireInit(still));
        }
    }

    @Override
    public void setLifecycleAction(LifecycleEvent event, String action, Set<XmlView> documents) {
        workshop.requireWritable();
        Optional<RunRecord.Active> active = current.active();
        try (DomainLock _ = workshop.lock(name)) {
            new LifecycleChange(workshop, name, active).make(event, action, documents);
        }
    }

    @Override
    public void change(Set<XmlView> documents, UnaryOperator<DomainDefinition> change) {
        workshop.requireWritable();
        Optional<RunRecord.Active> active = current.active();
        try (DomainLock _ = workshop.lock(name)) {
            new DefinitionChange(workshop, name)
                    .make(active.map(current::requireStill), documents, change);
        }
    }

    /** To the init that runs now; no lock is held meanwhile. */
    private Shutdown order() {
        RunRecord.Active active = current.requireAwake();
        return new Shutdown(workshop, name, active, current.requireInit(active));
    }

    @Override
    public void destroy() {
        workshop.requireWritable();
        current.requireActive();
        try (DomainLock lock = workshop.lock(name)) {
            Optional<RunRecord> record = workshop.run().read(name);
            if (record.isPresent() && record.get() instanceof RunRecord.Active active) {
                RunRecord.Ended ended = new Stopper(workshop).destroy(name, active);
                workshop.announce(name, DomainEvent.Kind.DESTROYED, ended.init());
                workshop.forget(name, lock);
            }
        }
    }

    @Override
    public void undefine() {
        workshop.requireWritable();
        if (!isPersistent()) {
            throw workshop.isKnown(name)
                    ? new DriverException(
                            ErrorCode.OPERATION_INVALID, "Cannot undefine transient domain")
                    : current.gone();
        }
        // Settles what a dead helper left; but only under the lock can nobody start it any more.
        workshop.current(name);
        try (DomainLock lock = workshop.lock(name)) {
            if (workshop.run().read(name).filter(RunRecord.Active.class::isInstance).isEmpty()) {
                // Before the definition: as long as that is there, nobody takes them for leavings.
                workshop.log(name).remove();
                workshop.run().deleteStatus(name);
            }
            workshop.definitions().delete(name);
            workshop.announce(name, DomainEvent.Kind.UNDEFINED);
            workshop.forget(name, lock);
        }
    }

    @Override
    public void rename(String other) {
        workshop.requireWritable();
        // Settles what a dead helper left, under the lock; so before this one is taken.
        if (current.active().isPresent()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, "cannot rename active domain, shut it down first");
        }
        if (!LxcConnection.isFileName(other)) {
            throw new DriverException(
                    ErrorCode.XML_ERROR, "'" + other + "' cannot be the name of a domain");
        }
        if (other.equals(name)) {
            throw new DriverException(ErrorCode.OPERATION_INVALID, "can't rename domain to itself");
        }
        new Renaming(workshop, name, other).make();
    }

    @Override
    public Optional<Path> logFile() {
        return workshop.log(name).written();
    }

    @Override
    public ExecStream exec(ExecRequest request) {
        workshop.requireWritable();
        RunRecord.Active active = current.requireAwake();
        return new Execution(workshop, name, active, current.requireInit(active).pid())
                .run(current.liveDefinition(), request);
    }

    @Override
    public List<ContainerFile> files(String folder) {
        RunRecord.Active active = current.requireActive();
        return new ContainerFolder(workshop.syscalls(), current.requireInit(active).pid(), folder)
                .files();
    }

    @Override
    public List<String> users() {
        return accounts(current.requireInit(current.requireActive())).names();
    }

    private Accounts accounts(ProcessId init) {
        return new Accounts(workshop.syscalls(), Path.of("/proc/" + init.pid() + "/root"));
    }

    @Override
    public List<ContainerProcess> processes() {
        RunRecord.Active active = current.requireActive();
        ProcessId init = current.requireInit(active);
        return new ProcessTable(Path.of("/proc"), init, accounts(init))
                .all(workshop.reality().cgroup(active).processes());
    }

    @Override
    public void sendProcessSignal(long pid, int signal) {
        workshop.requireWritable();
        RunRecord.Active active = current.requireActive();
        new ContainerProcesses(workshop, name, active).signal(pid, signal);
    }

    @Override
    public ConsoleStream openConsole(ConsoleOptions options) {
        // A console takes input: no harmless thing.
        workshop.requireWritable();
        RunRecord.Active active = current.requireActive();
        int number = options.device().map(alias -> consoles().number(alias)).orElse(0);
        return HelperConsole.attach(workshop, active.helper().pid(), number, options.force());
    }

    private ConsoleAliases consoles() {
        return new ConsoleAliases(name, current.liveDefinition().devices().consoles().size());
    }

    @Override
    public List<InterfaceAddresses> interfaceAddresses(AddressSource source) {
        return interfaces().addresses(current.requireActive(), source);
    }

    @Override
    public List<MountedFilesystem> filesystems() {
        return MountedFilesystems.of(current.requireInit(current.requireActive()));
    }

    @Override
    public DiskSize diskSize(String disk, XmlView view) {
        return new DiskSizes(workshop.syscalls()).of(definition(view).devices().disks(), disk);
    }

    @Override
    public InterfaceStatistics interfaceStatistics(String device) {
        return interfaces().live(current.requireActive()).statistics(device);
    }

    @Override
    public void setInterfaceLink(String device, boolean up, XmlView document) {
        workshop.requireWritable();
        requireFor(Set.of(document));
        interfaces().setLink(device, up, document);
    }

    @Override
    public void setInterfaceBandwidth(String device, Bandwidth bandwidth, Set<XmlView> documents) {
        workshop.requireWritable();
        requireFor(documents);
        interfaces().setBandwidth(device, bandwidth, documents);
    }

    @Override
    public void changeDevice(DeviceAction action, DomainDocument device, Set<XmlView> documents) {
        workshop.requireWritable();
        requireFor(documents);
        new DomainDevices(workshop, name).change(action, device, documents);
    }

    /** Settles what a dead helper left, too, before there is a lock. */
    private void requireFor(Set<XmlView> documents) {
        if (documents.contains(XmlView.LIVE)) {
            current.requireActive();
        }
    }

    private DomainInterfaces interfaces() {
        return new DomainInterfaces(workshop, name);
    }

    @Override
    public String toString() {
        return name;
    }
}
