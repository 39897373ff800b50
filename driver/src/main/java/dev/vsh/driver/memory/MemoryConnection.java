package dev.vsh.driver.memory;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.EventStream;
import dev.vsh.driver.HostCheck;
import dev.vsh.driver.Networks;
import dev.vsh.driver.ProductVersion;
import dev.vsh.driver.StartRequest;
import dev.vsh.driver.VersionInfo;
import dev.vsh.machine.CapabilitiesDocument;
import dev.vsh.machine.DomainCapabilitiesDocument;
import dev.vsh.machine.Machine;

import java.util.List;
import java.util.UUID;

/** The way to the domains of a {@link MemoryHost}. */
final class MemoryConnection implements Connection {
    private final MemoryHost host;
    private final boolean readOnly;
    private final MemoryNetworks networks;
    private final Documents documents = new Documents();

    MemoryConnection(MemoryHost host, boolean readOnly) {
        this.host = host;
        this.readOnly = readOnly;
        this.networks = new MemoryNetworks(readOnly);
        networks.addStandard();
    }

    @Override
    public String uri() {
        return "test:///default";
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public String hostname() {
        return "test-host";
    }

    @Override
    public VersionInfo version() {
        return new VersionInfo(ProductVersion.text(), "TEST", "TEST " + ProductVersion.text());
    }

    /** One of each verdict, so that everybody can see what they look like. */
    @Override
    public List<HostCheck> checkHost() {
        return List.of(
                HostCheck.pass("host", "machine", "imaginary, and always well"),
                HostCheck.warn(
                        "programs",
                        "dnsmasq",
                        "not found: networks give out no addresses",
                        "apt install dnsmasq-base"),
                HostCheck.pass("folders", "definitions", "in memory"));
    }

    @Override
    public Machine machine() {
        return new ImaginaryMachine();
    }

    @Override
    public String capabilities() {
        return new CapabilitiesDocument(machine(), "test", List.of()).xml();
    }

    @Override
    public String domainCapabilities() {
        return DomainCapabilitiesDocument.xml(machine(), "test");
    }

    @Override
    public List<Domain> listAllDomains() {
        return host.all().stream().map(this::domain).toList();
    }

    @Override
    public Domain lookupDomainByName(String name) {
        return domain(host.byName(name));
    }

    @Override
    public Domain lookupDomainById(long id) {
        return domain(host.byId(id));
    }

    @Override
    public Domain lookupDomainByUuid(UUID uuid) {
        return domain(host.byUuid(uuid));
    }

    @Override
    public Domain defineDomain(DomainDocument document) {
        requireWritable("defineDomain");
        return domain(host.define(documents.read(document)));
    }

    @Override
    public Domain createDomain(DomainDocument document, StartRequest request) {
        requireWritable("createDomain");
        return domain(host.create(documents.read(document)));
    }

    @Override
    public EventStream events() {
        return host.events().open();
    }

    @Override
    public Networks networks() {
        return networks;
    }

    @Override
    public void close() {
        host.close();
    }

    /** Every change asks this first. */
    void requireWritable(String operation) {
        if (readOnly) {
            throw new DriverException(
                    ErrorCode.OPERATION_DENIED, "read only access prevents " + operation);
        }
    }

    private Domain domain(DomainRecord domain) {
        return new MemoryDomain(this, host, documents, domain.name(), domain.uuid());
    }
}
