package dev.vsh.shell.verb;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.PausedReason;
import dev.vsh.domain.ResourceUsage;
import dev.vsh.domain.ResourceUsage.Block;
import dev.vsh.domain.RunningReason;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.domain.Vcpu;
import dev.vsh.driver.Domain;
import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.InterfaceStatistics.Counters;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.InterfaceXml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A chapter of {@code domstats}, in libvirt's keys and numbers. */
enum StatisticsGroup {
    STATE("state", "report domain state", StatisticsGroup::state),
    CPU_TOTAL("cpu-total", "report domain physical cpu usage", StatisticsGroup::processor),
    BALLOON("balloon", "report domain balloon statistics", StatisticsGroup::memory),
    VCPU("vcpu", "report domain virtual cpu information", StatisticsGroup::vcpu),
    INTERFACE(
            "interface",
            "report domain network interface information",
            StatisticsGroup::interfaces),
    BLOCK("block", "report domain block device statistics", StatisticsGroup::blocks);

    private final Option.Flag option;
    private final Function<Domain, List<String>> lines;

    StatisticsGroup(String name, String help, Function<Domain, List<String>> lines) {
        this.option = new Option.Flag(name, help);
        this.lines = lines;
    }

    Option.Flag option() {
        return option;
    }

    /** Each is a key and a value; fewer of a domain that does not run. */
    List<String> lines(Domain domain) {
        return lines.apply(domain);
    }

    /** virDomainState and the reasons of each state, of libvirt-domain.h. */
    private static List<String> state(Domain domain) {
        return switch (domain.status()) {
            case DomainStatus.Running running -> state(1, reason(running.reason()));
            case DomainStatus.Paused paused -> state(3, reason(paused.reason()));
            case DomainStatus.ShutOff off -> state(5, reason(off.reason()));
        };
    }

    private static List<String> state(int state, int reason) {
        return List.of("state.state=" + state, "state.reason=" + reason);
    }

    private static int reason(RunningReason reason) {
        return switch (reason) {
            case UNKNOWN -> 0;
            case BOOTED -> 1;
            case UNPAUSED -> 5;
        };
    }

    private static int reason(PausedReason reason) {
        return switch (reason) {
            case UNKNOWN -> 0;
            case USER -> 1;
        };
    }

    private static int reason(ShutOffReason reason) {
        return switch (reason) {
            case UNKNOWN -> 0;
            case SHUTDOWN -> 1;
            case DESTROYED -> 2;
            case CRASHED -> 3;
            case FAILED -> 6;
        };
    }

    private static Optional<ResourceUsage> usage(Domain domain) {
        return domain.isActive() ? Optional.of(domain.usage()) : Optional.empty();
    }

    private static List<String> processor(Domain domain) {
        return usage(domain)
                .map(ResourceUsage::processor)
                .map(
                        time ->
                                List.of(
                                        "cpu.time=" + time.total().toNanos(),
                                        "cpu.user=" + time.user().toNanos(),
                                        "cpu.system=" + time.system().toNanos()))
                .orElse(List.of());
    }

    private static List<String> memory(Domain domain) {
        DomainDefinition live = domain.definition(XmlView.LIVE);
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "balloon.current=" + live.currentMemory().toKibibytes(),
                                "balloon.maximum=" + live.memory().toKibibytes()));
        usage(domain)
                .map(ResourceUsage::memory)
                .ifPresent(
                        used -> {
                            lines.add("balloon.swap_in=" + used.swap().toKibibytes());
                            lines.add("balloon.rss=" + used.total().toKibibytes());
                        });
        return lines;
    }

    private static List<String> vcpu(Domain domain) {
        Vcpu vcpu = domain.definition(XmlView.LIVE).vcpu();
        return List.of(
                "vcpu.current=" + vcpu.current().orElse(vcpu.maximum()),
                "vcpu.maximum=" + vcpu.maximum());
    }

    private static List<String> interfaces(Domain domain) {
        List<String> lines = new ArrayList<>();
        if (domain.isActive()) {
            List<String> names =
                    new DomainXml(domain.xml(XmlView.LIVE))
                            .interfaces().stream()
                                    .map(InterfaceXml::target)
                                    .flatMap(Optional::stream)
                                    .toList();
            lines.add("net.count=" + names.size());
            for (int i = 0; i < names.size(); i++) {
                InterfaceStatistics counted = domain.interfaceStatistics(names.get(i));
                lines.add("net." + i + ".name=" + names.get(i));
                lines.addAll(counters("net." + i + ".rx.", counted.received()));
                lines.addAll(counters("net." + i + ".tx.", counted.sent()));
            }
        }
        return lines;
    }

    private static List<String> counters(String key, Counters counters) {
        return List.of(
                key + "bytes=" + counters.bytes(),
                key + "pkts=" + counters.packets(),
                key + "errs=" + counters.errors(),
                key + "drop=" + counters.dropped());
    }

    private static List<String> blocks(Domain domain) {
        List<Block> blocks = usage(domain).map(ResourceUsage::blocks).orElse(List.of());
        List<String> lines = new ArrayList<>(List.of("block.count=" + blocks.size()));
        for (int i = 0; i < blocks.size(); i++) {
            String key = "block." + i + ".";
            Block block = blocks.get(i);
            lines.add(key + "name=" + block.name());
            lines.add(key + "rd.reqs=" + block.read().requests());
            lines.add(key + "rd.bytes=" + block.read().bytes());
            lines.add(key + "wr.reqs=" + block.written().requests());
            lines.add(key + "wr.bytes=" + block.written().bytes());
        }
        return lines;
    }
}
