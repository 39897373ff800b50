package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.domain.Clock;
import dev.vsh.domain.Console;
import dev.vsh.domain.Devices;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.HostDevice;
import dev.vsh.domain.LifecycleActions;
import dev.vsh.domain.NumaTuning;
import dev.vsh.domain.OpaqueElement;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds what a definition asks for and a start would not give. A valid element is honoured or refused by name, never
 * passed over.
 */
final class SupportCheck {
    /**
     * What says nothing about the container itself, or only what every container is anyway, or how a virtual machine's
     * device would be made.
     */
    private static final Set<String> HARMLESS =
            Set.of(
                    "genid",
                    "devices/controller",
                    "devices/input",
                    "devices/console/address",
                    "devices/console/alias",
                    "devices/filesystem/@model",
                    "devices/filesystem/@multidevs",
                    "devices/filesystem/address",
                    "devices/filesystem/alias",
                    "devices/filesystem/driver/@ats",
                    "devices/filesystem/driver/@iommu",
                    "devices/filesystem/driver/@packed",
                    "devices/filesystem/driver/@page_per_vq",
                    "devices/filesystem/driver/@queue",
                    "features/acpi",
                    "features/apic",
                    "features/pae");

    /** Those that have a device node. */
    private static final Set<String> TIMERS = Set.of("rtc", "hpet");

    private static final List<BiConsumer<DomainDefinition, List<String>>> CHECKS =
            List.of(
                    SupportCheck::consoles,
                    SupportCheck::memory,
                    SupportCheck::processors,
                    FilesystemSupport::check,
                    SupportCheck::devices,
                    InterfaceSupport::check,
                    SupportCheck::clock,
                    SupportCheck::lifecycle,
                    SupportCheck::namespaces,
                    SupportCheck::others);

    private SupportCheck() {}

    /**
     * @throws DriverException CONFIG_UNSUPPORTED with every problem
     */
    static void require(DomainDefinition domain, Host host) {
        List<String> problems = new ArrayList<>();
        CHECKS.forEach(check -> check.accept(domain, problems));
        Security.check(host, domain, problems);
        controllers(host.cgroups(), problems);
        if (!problems.isEmpty()) {
            throw new DriverException(ErrorCode.CONFIG_UNSUPPORTED, problems, null);
        }
    }

    private static void refuse(List<String> problems, boolean used, String what) {
        if (used) {
            problems.add(what + " is not supported yet");
        }
    }

    /** What only a virtual machine could be given. */
    private static void pointless(
            List<String> problems, boolean used, String what, String instead) {
        if (used) {
            problems.add(what + " has no meaning for a container: " + instead);
        }
    }

    private static void consoles(DomainDefinition domain, List<String> problems) {
        if (domain.devices().consoles().isEmpty()) {
            problems.add(
                    "At least one PTY console is required: add <console type='pty'/> to <devices>");
        }
        for (Console console : domain.devices().consoles()) {
            refuse(
                    problems,
                    !console.type().equals("pty"),
                    "<console type='" + console.type() + "'>");
        }
    }

    private static void memory(DomainDefinition domain, List<String> problems) {
        pointless(
                problems,
                domain.memoryTuning().minGuarantee().isPresent(),
                "<memtune><min_guarantee>",
                "memory that others may not take is reserved by limiting them");
    }

    private static void processors(DomainDefinition domain, List<String> problems) {
        pointless(
                problems,
                domain.vcpu().placement().filter("auto"::equals).isPresent(),
                "<vcpu placement='auto'>",
                "say which processors by cpuset='…'");
        for (OpaqueElement other : domain.cpuTuning().others()) {
            pointless(
                    problems,
                    true,
                    "<" + other.path() + ">",
                    other.path().endsWith("pin")
                            ? "it has no processors of its own; pin all of it by <vcpu cpuset='…'>"
                            : "limit all of it by <shares>, <period> and <quota>");
        }
        domain.numaTuning().ifPresent(numa -> numa(numa, problems));
    }

    private static void numa(NumaTuning tuning, List<String> problems) {
        pointless(
                problems,
                tuning.placement().filter("auto"::equals).isPresent(),
                "<numatune> with placement='auto'",
                "say which nodes by nodeset='…'");
        tuning.others()
                .forEach(
                        other ->
                                pointless(
                                        problems,
                                        true,
                                        "<" + other.path() + ">",
                                        "it has no nodes of its own"));
    }

    private static void devices(DomainDefinition domain, List<String> problems) {
        DiskSupport.check(domain, problems);
        domain.devices().hostDevices().forEach(device -> hostDevice(device, problems));
    }

    private static void hostDevice(HostDevice device, List<String> problems) {
        switch (device) {
            case HostDevice.Storage _, HostDevice.Misc _, HostDevice.Usb _, HostDevice.Net _ -> {}
            case HostDevice.Subsystem(String type, var _) ->
                    problems.add(
                            "<hostdev type='"
                                    + type
                                    + "'> is for virtual machines: a container has no bus of its"
                                    + " own");
        }
    }

    private static void clock(DomainDefinition domain, List<String> problems) {
        TimeZoneRule.fault(domain.clock()).ifPresent(problems::add);
        for (Clock.Timer timer : domain.clock().timers()) {
            boolean wanted = timer.present().orElse(true);
            if (wanted && !TIMERS.contains(timer.name())) {
                problems.add(
                        "<timer name='"
                                + timer.name()
                                + "'> is for virtual machines: a container has the host's timers");
            }
        }
    }

    private static void lifecycle(DomainDefinition domain, List<String> problems) {
        LifecycleActions actions = domain.lifecycleActions();
        lifecycle(problems, "<on_poweroff>", actions.onPoweroff());
        lifecycle(problems, "<on_reboot>", actions.onReboot());
        lifecycle(problems, "<on_crash>", actions.onCrash());
    }

    private static void lifecycle(List<String> problems, String element, String action) {
        refuse(problems, !EndActionPlanner.SUPPORTED.contains(action), element + action);
    }

    private static void namespaces(DomainDefinition domain, List<String> problems) {
        if (domain.sharedNamespaces().network().isPresent() && domain.devices().bringNetwork()) {
            problems.add(
                    "<lxc:sharenet> leaves no network of its own for <interface> or <hostdev"
                            + " type='net'>: give them to the owner of the network");
        }
    }

    private static void others(DomainDefinition domain, List<String> problems) {
        List<OpaqueElement> others = new ArrayList<>(domain.unsupported());
        others.addAll(domain.features().others());
        Devices devices = domain.devices();
        devices.consoles().forEach(console -> others.addAll(console.others()));
        devices.filesystems().forEach(filesystem -> others.addAll(filesystem.others()));
        others.stream()
                .filter(element -> !HARMLESS.contains(element.path()))
                .forEach(element -> refuse(problems, true, "<" + element.path() + ">"));
    }

    /** libvirt's minimum: memory, devices and an account of processor time. */
    private static void controllers(CgroupHost host, List<String> problems) {
        if (host.hierarchies().isEmpty()) {
            problems.add("no cgroups are mounted: mount -t cgroup2 none /sys/fs/cgroup");
            return;
        }
        if (host.with("memory").isEmpty()) {
            problems.add(ControllerAdvice.missing(host, "memory"));
        }
        if (host.with("devices").isEmpty() && host.unified().isEmpty()) {
            problems.add(
                    "cgroup controller 'devices' is not available: mount -t cgroup -o devices"
                            + " devices /sys/fs/cgroup/devices");
        }
    }
}
