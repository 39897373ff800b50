package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.xml.DomainGrammar;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.EventStream;
import dev.vsh.driver.HostCheck;
import dev.vsh.driver.Networks;
import dev.vsh.driver.ProductVersion;
import dev.vsh.driver.StartRequest;
import dev.vsh.driver.VersionInfo;
import dev.vsh.driver.lxc.doctor.HostDoctor;
import dev.vsh.driver.lxc.hook.Hooks;
import dev.vsh.driver.lxc.network.LxcNetworks;
import dev.vsh.driver.lxc.store.DefinitionStore;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.Folders;
import dev.vsh.driver.lxc.store.Inboxes;
import dev.vsh.driver.lxc.store.RunStore;
import dev.vsh.linux.Syscalls;
import dev.vsh.machine.CapabilitiesDocument;
import dev.vsh.machine.DomainCapabilitiesDocument;
import dev.vsh.machine.KernelMachine;
import dev.vsh.machine.Machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** A connection to the containers below one set of folders. */
final class LxcConnection implements Connection {
    private final String uri;
    private final boolean readOnly;
    private final Workshop workshop;
    private final LxcNetworks networks;

    LxcConnection(String uri, Folders folders, boolean readOnly) {
        this.uri = uri;
        this.readOnly = readOnly;
        Syscalls syscalls = new Syscalls();
        DomainGrammar grammar = new DomainGrammar();
        this.networks = new LxcNetworks(syscalls, folders, readOnly);
        Documents documents = new Documents(grammar);
        NetworkSources sources = new NetworkSources(networks);
        DefinitionStore definitions = new DefinitionStore(folders);
        RunStore run = new RunStore(folders);
        Hooks hooks = new Hooks(syscalls, folders.hooks());
        this.workshop =
                new Workshop(
                        syscalls,
                        folders,
                        definitions,
                        run,
                        documents,
                        new Reality(syscalls, run, definitions, documents, sources),
                        new Inboxes(folders),
                        sources,
                        hooks,
                        new EndHooks(hooks, uri),
                        new Helpers(),
                        new SyscallFilters(),
                        readOnly);
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public String hostname() {
        return read("/proc/sys/kernel/hostname");
    }

    @Override
    public VersionInfo version() {
        return new VersionInfo(
                ProductVersion.text(), "LXC", "LXC " + read("/proc/sys/kernel/osrelease"));
    }

    @Override
    public Machine machine() {
        return new KernelMachine(Path.of("/"), Host.read().architecture());
    }

    @Override
    public String capabilities() {
        List<String> models = SecurityModules.read(Path.of("/")).labelling();
        return new CapabilitiesDocument(machine(), "lxc", models).xml();
    }

    @Override
    public String domainCapabilities() {
        return DomainCapabilitiesDocument.xml(machine(), "lxc");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<HostCheck> checkHost() {
        return new HostDoctor(workshop.syscalls(), workshop.folders(), Path.of("/")).examine();
    }

    @Override
    public List<Domain> listAllDomains() {
        if (!readOnly) {
            new Mending(workshop).make();
        }
        TreeSet<String> names = new TreeSet<>(workshop.definitions().names());
        workshop.run().names().stream().filter(workshop::isKnown).forEach(names::add);
        return names.stream().<Domain>map(name -> new LxcDomain(workshop, name)).toList();
    }

    @Override
    public Domain lookupDomainByName(String name) {
        if (!isFileName(name) || !workshop.isKnown(name)) {
            throw new DriverException(
                    ErrorCode.NO_DOMAIN, "no domain with matching name '" + name + "'");
        }
        return new LxcDomain(workshop, name);
    }

    /** Whether a name could be a domain's at all: it becomes part of file names. */
    static boolean isFileName(String name) {
        return !name.isEmpty() && name.indexOf('/') < 0 && name.indexOf('\0') < 0;
    }

    @Override
    public Domain lookupDomainById(long id) {
        return listAllDomains().stream()
                .filter(domain -> domain.id().stream().anyMatch(each -> each == id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.NO_DOMAIN, "no domain with matching id " + id));
    }

    @Override
    public Domain lookupDomainByUuid(UUID uuid) {
        return listAllDomains().stream()
                .filter(domain -> workshop.soundUuid(domain.name()).equals(Optional.of(uuid)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.NO_DOMAIN,
                                        "no domain with matching uuid '" + uuid + "'"));
    }

    @Override
    public Domain defineDomain(DomainDocument document) {
        workshop.requireWritable();
        DomainDefinition definition = workshop.documents().read(document);
        String name = definition.name();
        requireSameUuid(definition);
        try (DomainLock _ = workshop.lock(name)) {
            boolean known = workshop.definitions().exists(name);
            workshop.definitions().write(name, workshop.documents().write(definition));
            workshop.announce(name, known ? DomainEvent.Kind.UPDATED : DomainEvent.Kind.DEFINED);
            return new LxcDomain(workshop, name);
        }
    }

    /** A name and a uuid belong together for as long as the domain is known. Looks at every domain: no lock held. */
    private void requireSameUuid(DomainDefinition definition) {
        for (Domain other : listAllDomains()) {
            Optional<UUID> uuid = workshop.soundUuid(other.name());
            boolean sameName = other.name().equals(definition.name());
            boolean sameUuid = uuid.equals(Optional.of(definition.uuid()));
            if (uuid.isPresent() && sameName != sameUuid) {
                throw new DriverException(
                        ErrorCode.OPERATION_FAILED,
                        "domain '"
                                + other.name()
                                + (sameName
                                        ? "' already exists with uuid "
                                        : "' is already defined with uuid ")
                                + uuid.get());
            }
        }
    }

    @Override
    public Domain createDomain(DomainDocument document, StartRequest request) {
        workshop.requireWritable();
        DomainDefinition definition = workshop.documents().read(document);
        requireSameUuid(definition);
        try (DomainLock lock = workshop.lock(definition.name())) {
            try {
                new Starter(workshop).start(definition, request);
            } catch (DriverException e) {
                workshop.forget(definition.name(), lock);
                throw e;
            }
            return new LxcDomain(workshop, definition.name());
        }
    }

    private void settleAll() {
        workshop.run().names().forEach(workshop::current);
    }

    @Override
    public EventStream events() {
        workshop.requireWritable();
        return new LxcEventStream(workshop.inboxes().open(), this::settleAll);
    }

    @Override
    public Networks networks() {
        return networks;
    }

    @Override
    public void prepareStarts(int count) {
        if (!readOnly) {
            workshop.helpers().prepare(count);
        }
    }

    @Override
    public void close() {
        workshop.helpers().close();
    }
}
