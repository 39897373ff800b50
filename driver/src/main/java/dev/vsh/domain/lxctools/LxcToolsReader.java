package dev.vsh.domain.lxctools;

import dev.vsh.domain.Autostart;
import dev.vsh.domain.ByteSize;
import dev.vsh.domain.Clock;
import dev.vsh.domain.Devices;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Features;
import dev.vsh.domain.LifecycleActions;
import dev.vsh.domain.SharedNamespaces;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Makes a definition of an LXC configuration. Safe for use by several threads. */
public final class LxcToolsReader {
    private final Supplier<UUID> uuids;
    private final IntSupplier digits;

    /**
     * @param uuids makes the uuid, which LXC has none of
     * @param digits makes the hexadecimal digits of addresses that a configuration leaves open
     */
    public LxcToolsReader(Supplier<UUID> uuids, IntSupplier digits) {
        this.uuids = uuids;
        this.digits = digits;
    }

    /** A reader that makes random uuids and addresses. */
    public static LxcToolsReader create() {
        var random = new SecureRandom();
        return new LxcToolsReader(UUID::randomUUID, () -> random.nextInt(16));
    }

    /**
     * @throws InvalidConfigException with every problem of the configuration
     */
    public ImportedDomain read(ConfigDocument document) {
        var findings = new Findings();
        Settings settings = Settings.of(SettingReader.read(document, findings));
        UnmappedKeys.warn(settings, findings);
        DomainDefinition definition = definition(document, settings, findings);
        findings.requireNoProblem(document.origin());
        return new ImportedDomain(definition, findings.warnings(document.origin()));
    }

    private DomainDefinition definition(
            ConfigDocument document, Settings settings, Findings findings) {
        var cgroup = new CgroupSettings(settings, findings);
        var cpu = new CpuPart(cgroup, findings);
        var memory = new MemoryPart(cgroup, findings);
        var network = new NetworkPart(settings, findings, digits);
        var namespaces = new NamespacesPart(settings, findings);
        SharedNamespaces shared = namespaces.shared();
        ByteSize limit = memory.memory();
        DeviceRules.check(cgroup, findings);
        return new DomainDefinition(
                name(document, settings, findings),
                uuids.get(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit,
                limit,
                memory.tuning(limit),
                cpu.vcpu(),
                cpu.tuning(),
                cpu.numaTuning(),
                BlockIoPart.tuning(cgroup, findings),
                Optional.empty(),
                new InitPart(settings, findings).init(),
                new IdMapPart(settings, findings).idMap(),
                new Features(
                        isPrivate(network, namespaces, shared),
                        Optional.of(new CapabilitiesPart(settings, findings).rules()),
                        List.of()),
                Clock.UTC,
                LifecycleActions.DEFAULT,
                new Devices(
                        Optional.empty(),
                        new FilesystemsPart(settings, document.folder(), findings)
                                .filesystems(limit),
                        network.interfaces(),
                        ConsolesPart.consoles(settings, findings),
                        List.of(),
                        network.hostDevices()),
                shared,
                new ConfinementPart(settings, cgroup, findings).confinement(),
                Autostart.DEFAULT,
                LabelsPart.labels(settings, findings),
                List.of());
    }

    /** LXC gives a container without interfaces a network of its own; a document has to ask for that. */
    private static boolean isPrivate(
            NetworkPart network, NamespacesPart namespaces, SharedNamespaces shared) {
        boolean kept = namespaces.sharesHostNetwork();
        return !kept
                && !network.sharesHostNetwork()
                && shared.network().isEmpty()
                && network.interfaces().isEmpty();
    }

    private static String name(ConfigDocument document, Settings settings, Findings findings) {
        Optional<Setting> name = settings.last("lxc.uts.name");
        if (name.isEmpty()) {
            findings.refuse(
                    Place.whole(document.origin()),
                    "there is no lxc.uts.name to name the domain after");
        }
        name.filter(setting -> setting.value().contains("/"))
                .ifPresent(
                        setting ->
                                findings.refuse(setting, "the name of a domain contains no '/'"));
        return name.map(Setting::value).orElse("");
    }
}
