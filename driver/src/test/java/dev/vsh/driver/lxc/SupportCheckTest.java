package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.plan.RootPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is valid and not built yet is refused by name, all of it at once. */
final class SupportCheckTest {
    private static final Definitions DEFINITIONS = new Definitions();

    /** All but the newest. */
    private static final long KNOWN = -1L >>> 24;

    private static Host host(CgroupHost.Mounted... hierarchies) {
        return new Host(
                new CgroupHost(List.of(hierarchies)),
                -1,
                KNOWN,
                new RootPlan.Exchange.Pivot(),
                List.of(),
                "x86_64");
    }

    private static CgroupHost.Mounted v1(String... controllers) {
        return new CgroupHost.Mounted.V1(
                Path.of("/sys/fs/cgroup/x"), Set.of(controllers), Optional.empty());
    }

    private static final Host COMPLETE = host(v1("memory", "devices"));

    private static List<String> problems(DomainDefinition domain, Host host) {
        DriverException refusal =
                assertThrows(DriverException.class, () -> SupportCheck.require(domain, host));
        assertEquals(ErrorCode.CONFIG_UNSUPPORTED, refusal.code());
        return refusal.details();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    <on_poweroff>rename-restart</on_poweroff> | <on_poweroff>rename-restart
                    <on_crash>coredump-restart</on_crash> | <on_crash>coredump-restart
                    <on_reboot>preserve</on_reboot> | <on_reboot>preserve
                    """)
    void elementOfTheDomainIsRefused(String element, String name) {
        assertEquals(
                List.of(name + " is not supported yet"),
                problems(DEFINITIONS.with(element, ""), COMPLETE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    <memtune><min_guarantee>5</min_guarantee></memtune> | <memtune><min_guarantee>
                    <vcpu placement='auto'>1</vcpu> | <vcpu placement='auto'>
                    <cputune><vcpupin vcpu='0' cpuset='0'/></cputune> | <cputune/vcpupin>
                    <cputune><emulatorpin cpuset='0'/></cputune> | <cputune/emulatorpin>
                    <cputune><global_period>5000</global_period></cputune> | <cputune/global_period>
                    <numatune><memory placement='auto'/></numatune> | <numatune> with placement='auto'
                    <numatune><memnode cellid='0' nodeset='0'/></numatune> | <numatune/memnode>
                    """)
    void whatOnlyMachinesHaveIsRefused(String element, String name) {
        List<String> problems = problems(DEFINITIONS.with(element, ""), COMPLETE);
        assertEquals(1, problems.size(), problems::toString);
        String expected = name + " has no meaning for a container: ";
        assertEquals(expected, problems.getFirst().substring(0, expected.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    <features><capabilities policy='default'><checkpoint_restore state='on'/></capabilities></features> | capability 'checkpoint_restore' is not known to this host's kernel
                    <clock offset='variable' adjustment='3600' basis='utc'/> | <clock offset='variable'> with a time of its own is not possible
                    <clock offset='absolute' start='1'/> | <clock offset='absolute'> with a time of its own is not possible
                    <clock offset='timezone'/> | <clock offset='timezone'> needs the attribute 'timezone'
                    <clock offset='utc'><timer name='kvmclock' present='yes'/></clock> | <timer name='kvmclock'> is for virtual machines
                    <seclabel type='static' model='dac'><label>a</label></seclabel> | <seclabel type='static' model='dac'> needs a security module that this host does not run (it runs:
                    """)
    void whatTheHostCannotGiveIsRefused(String element, String problem) {
        List<String> problems = problems(DEFINITIONS.with(element, ""), COMPLETE);
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().startsWith(problem), problems.getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    type='template' | name='a' | "" | type 'template' | there are no templates
                    type='volume' | pool='a' volume='b' | "" | type 'volume' | there are no storage pools
                    type='mount' accessmode='mapped' | dir='/a' | "" | accessmode 'mapped' | the domain has no <idmap>
                    type='mount' accessmode='squash' | dir='/a' | "" | accessmode 'squash' | it means something to virtual machines
                    type='file' | file='/a' | <driver type='nbd' format='raw'/> | <driver type='nbd'> | only loop devices are
                    type='file' | file='/a' | <driver type='loop' format='qcow2'/> | <driver format='qcow2'> | only raw images
                    type='file' | file='/a' | <driver type='ploop'/> | <driver type='ploop'> | there is only 'loop' here
                    type='mount' | dir='/a' | <driver type='virtiofs'/> | <driver type='virtiofs'> | there is only 'path' here
                    type='mount' | dir='/a' | <space_soft_limit>5</space_soft_limit> | <space_soft_limit> | a subvolume of btrfs has a hard limit only
                    type='bind' | dir='/a' | <space_hard_limit>5</space_hard_limit> | <space_hard_limit> | only type 'ram'
                    type='file' | file='/a' | <space_soft_limit>5</space_soft_limit> | <space_soft_limit> | only type 'ram'
                    type='ram' | usage='5' | <space_soft_limit>5</space_soft_limit> | <space_soft_limit> | memory has a hard limit only
                    """)
    void filesystemIsRefusedWithTheReason(
            String attributes, String source, String more, String what, String reason) {
        String element =
                "<filesystem %s><source %s/><target dir='/b'/>%s</filesystem>"
                        .formatted(attributes, source, more);
        List<String> problems = problems(DEFINITIONS.with("", element), COMPLETE);
        assertEquals(1, problems.size());
        String expected = what + " of filesystem '/b' is not supported: " + reason;
        assertEquals(expected, problems.getFirst().substring(0, expected.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<filesystem type='file'><driver type='loop' format='raw'/><source"
                        + " file='/a'/><target dir='/b'/></filesystem>",
                "<filesystem type='block'><source dev='/dev/a'/><target dir='/b'/></filesystem>",
                "<filesystem type='ram'><source usage='5'/><target"
                        + " dir='/b'/><space_hard_limit>5</space_hard_limit></filesystem>"
            })
    void filesystemIsSupported(String element) {
        assertSupported(element);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<interface type='ethernet'><link state='down'/><mtu size='1400'/></interface>",
                "<interface type='bridge'><source bridge='br0'/><alias name='ua-a'/></interface>",
                "<interface type='direct'><source dev='eth0' mode='private'/></interface>",
                "<hostdev mode='capabilities'"
                        + " type='net'><source><interface>eth0</interface></source><ip"
                        + " address='192.0.2.7'/></hostdev>"
            })
    void interfaceIsSupported(String element) {
        assertSupported(element);
    }

    private static void assertSupported(String element) {
        assertDoesNotThrow(() -> SupportCheck.require(DEFINITIONS.with("", element), COMPLETE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<features><capabilities policy='deny'><bpf state='on'/><checkpoint_restore"
                        + " state='off'/></capabilities></features>",
                "<on_reboot>restart</on_reboot>",
                "<on_reboot>destroy</on_reboot>",
                "<on_poweroff>restart</on_poweroff><on_crash>restart</on_crash>",
                "<features><privnet/></features><lxc:namespace><lxc:sharenet type='netns'"
                        + " value='a'/></lxc:namespace>",
                "<lxc:namespace><lxc:shareipc type='name' value='a'/><lxc:shareuts type='pid'"
                        + " value='1'/></lxc:namespace>",
                "<clock offset='utc'/>",
                "<clock offset='localtime'><timer name='rtc' present='yes'/><timer name='pit'"
                        + " present='no'/></clock>",
                "<clock offset='timezone' timezone='Europe/Berlin'/>",
                "<clock offset='variable' adjustment='0' basis='localtime'/>",
                "<features><acpi/><apic/><pae/><privnet/></features>",
                "<seclabel type='none'/>",
                "<metadata><x xmlns='urn:x'/></metadata>"
            })
    void whatIsSupportedOrHarmlessIsNot(String elements) {
        assertDoesNotThrow(() -> SupportCheck.require(DEFINITIONS.with(elements, ""), COMPLETE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    <hostdev mode='subsystem' type='pci'><source><address domain='0x0' bus='0x6' slot='0x2' function='0x0'/></source></hostdev> | <hostdev type='pci'> is for virtual machines
                    <hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/></source></hostdev> | <hostdev type='scsi'> is for virtual machines
                    <hostdev mode='subsystem' type='mdev'><source/></hostdev> | <hostdev type='mdev'> is for virtual machines
                    <interface type='bridge'><source bridge='br0'/><script path='/a'/></interface> | scripts are not supported on LXC network interfaces
                    <interface type='user'/> | <interface type='user'> is for virtual machines: use
                    <interface type='bridge'><source bridge='br0'/><filterref/></interface> | <devices/interface/filterref> is not supported: use
                    <interface type='bridge'><source bridge='br0'/><vlan/></interface> | <devices/interface/vlan> is not supported: make
                    <interface type='direct' trustGuestRxFilters='yes'><source dev='eth0'/></interface> | <devices/interface/@trustGuestRxFilters> is not supported:
                    <disk type='block' device='cdrom'><target dev='sr0'/></disk> | <disk> 'sr0' needs a <source dev='…'/>
                    """)
    void deviceThatCannotBeIsRefused(String device, String problem) {
        List<String> problems = problems(DEFINITIONS.with("", device), COMPLETE);
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().startsWith(problem), problems.getFirst());
    }

    @Test
    void sharedNetworkTakesNoInterface() {
        List<String> problems =
                problems(
                        DEFINITIONS.with(
                                "<lxc:namespace><lxc:sharenet type='netns'"
                                        + " value='a'/></lxc:namespace>",
                                "<interface type='user'><source"
                                        + " network='default'/></interface>"),
                        COMPLETE);
        assertEquals(2, problems.size());
        assertTrue(problems.getLast().startsWith("<lxc:sharenet> leaves no network"));
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        DomainDefinition domain =
                DEFINITIONS.with(
                        "<on_crash>preserve</on_crash><vcpu placement='auto'>1</vcpu>",
                        "<interface type='user'/>");
        assertEquals(3, problems(domain, COMPLETE).size());
    }

    @Test
    void domainWithoutAConsoleIsRefused() {
        DomainDefinition domain =
                DEFINITIONS.read(
                        """
                        <domain type='lxc'><name>web</name><memory>1024</memory>
                        <os><type>exe</type><init>/bin/sh</init></os></domain>
                        """);
        assertEquals(
                List.of(
                        "At least one PTY console is required: add <console type='pty'/> to"
                                + " <devices>"),
                problems(domain, COMPLETE));
    }

    @ParameterizedTest
    @CsvSource({"memory, devices", "devices, memory"})
    void missingControllerIsNamed(String there, String missing) {
        List<String> problems = problems(DEFINITIONS.with("", ""), host(v1(there)));
        assertEquals(1, problems.size());
        assertEquals(
                true,
                problems.getFirst()
                        .startsWith("cgroup controller '" + missing + "' is not available"));
    }

    @Test
    void unifiedHierarchyNeedsNoDevicesController() {
        var unified = new CgroupHost.Mounted.V2(Path.of("/sys/fs/cgroup"), Set.of("memory"));
        assertDoesNotThrow(() -> SupportCheck.require(DEFINITIONS.with("", ""), host(unified)));
    }

    @Test
    void hostWithoutCgroupsIsToldHowToMountThem() {
        assertEquals(
                List.of("no cgroups are mounted: mount -t cgroup2 none /sys/fs/cgroup"),
                problems(DEFINITIONS.with("", ""), host()));
    }
}
