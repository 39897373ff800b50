package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.cgroup.Limits;
import dev.vsh.domain.BlockIoTuning;
import dev.vsh.domain.ByteSize;
import dev.vsh.domain.CpuTuning;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.MemoryTuning;
import dev.vsh.domain.NumaTuning;
import dev.vsh.domain.NumberSet;
import dev.vsh.domain.ProcessLimit;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.plan.DeviceGrant;
import dev.vsh.plan.MemoryPolicyPlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns the tuning elements of a definition into limits that this host can hold. */
final class LimitsPlanner {
    /** As many tasks as systemd gives a container. */
    static final long STANDARD_PROCESSES = 16_384;

    private static final long LARGEST_V2_WEIGHT = 10_000;

    private final CgroupHost cgroups;
    private final Path root;

    /**
     * @param root where the host's {@code /sys} and {@code /dev} are
     */
    LimitsPlanner(CgroupHost cgroups, Path root) {
        this.cgroups = cgroups;
        this.root = root;
    }

    /**
     * @param devices what the container may use of the host's
     * @throws DriverException CONFIG_UNSUPPORTED when a value is beyond what this host has
     */
    Limits limits(DomainDefinition domain, List<DeviceGrant> devices) {
        return new Limits(
                memory(domain),
                cpu(domain.cpuTuning()),
                new Limits.Cpuset(
                        domain.vcpu().cpuset().map(this::processors),
                        domain.numaTuning().flatMap(this::nodes)),
                new Limits.Io(
                        domain.blockIoTuning().weight(),
                        domain.blockIoTuning().devices().stream().map(this::device).toList()),
                processes(domain.confinement().processes()),
                devices);
    }

    private static Limits.Memory memory(DomainDefinition domain) {
        MemoryTuning tuning = domain.memoryTuning();
        ByteSize limit = tuning.hardLimit().orElse(domain.currentMemory());
        tuning.swapHardLimit()
                .filter(sum -> sum.compareTo(limit) < 0)
                .ifPresent(
                        sum -> {
                            throw refused(
                                    ("<swap_hard_limit> counts memory and swap together: its %d KiB"
                                                    + " are less than the %d KiB of memory")
                                            .formatted(sum.toKibibytes(), limit.toKibibytes()));
                        });
        return new Limits.Memory(limit, tuning.softLimit(), tuning.swapHardLimit());
    }

    private Limits.Cpu cpu(CpuTuning tuning) {
        boolean weighs =
                cgroups.with("cpu").filter(CgroupHost.Mounted.V2.class::isInstance).isPresent();
        tuning.shares()
                .filter(shares -> weighs && shares > LARGEST_V2_WEIGHT)
                .ifPresent(
                        shares -> {
                            throw refused(
                                    ("<shares> of %d: with cgroup v2 they are a weight from 1 to"
                                                    + " %d, and 100 is everybody's default")
                                            .formatted(shares, LARGEST_V2_WEIGHT));
                        });
        return new Limits.Cpu(tuning.shares(), tuning.periodMicros(), tuning.quotaMicros());
    }

    private NumberSet processors(String text) {
        return onHost("cpuset of <vcpu>", text, "processors", "sys/devices/system/cpu/online");
    }

    /** Whoever only prefers a node may get memory from the others. */
    private Optional<NumberSet> nodes(NumaTuning tuning) {
        return tuning.mode().equals("preferred")
                ? Optional.empty()
                : tuning.nodeset().map(this::nodeset);
    }

    private NumberSet nodeset(String text) {
        return onHost(
                "nodeset of <numatune>", text, "memory nodes", "sys/devices/system/node/online");
    }

    /**
     * What a cpuset does not say: the order in which nodes are taken.
     *
     * @throws DriverException CONFIG_UNSUPPORTED as {@link #limits}
     */
    Optional<MemoryPolicyPlan> memoryPolicy(DomainDefinition domain) {
        return domain.numaTuning().flatMap(this::policy);
    }

    private Optional<MemoryPolicyPlan> policy(NumaTuning tuning) {
        Optional<MemoryPolicyPlan.Mode> mode =
                switch (tuning.mode()) {
                    case "preferred" -> Optional.of(MemoryPolicyPlan.Mode.PREFERRED);
                    case "interleave" -> Optional.of(MemoryPolicyPlan.Mode.INTERLEAVE);
                    default -> Optional.empty();
                };
        return mode.flatMap(
                each -> tuning.nodeset().map(this::nodeset).map(nodes -> policy(each, nodes)));
    }

    private static MemoryPolicyPlan policy(MemoryPolicyPlan.Mode mode, NumberSet nodes) {
        if (mode == MemoryPolicyPlan.Mode.PREFERRED && nodes.count() > 1) {
            throw refused(
                    "nodeset of <numatune> '%s': mode 'preferred' is about one node"
                            .formatted(nodes));
        }
        if (nodes.numbers().getLast() >= Long.SIZE) {
            throw refused(
                    "nodeset of <numatune> '%s': only nodes up to 63 are supported"
                            .formatted(nodes));
        }
        return new MemoryPolicyPlan(
                mode, nodes.numbers().stream().mapToLong(node -> 1L << node).sum());
    }

    private NumberSet onHost(String what, String text, String things, String list) {
        NumberSet wanted = parse(what, text);
        NumberSet present = online(list);
        if (wanted.isEmpty()) {
            throw refused("%s '%s' names no %s".formatted(what, text, things));
        }
        NumberSet absent = wanted.without(present);
        if (!absent.isEmpty()) {
            throw refused(
                    "%s '%s' names %s that this host does not have: %s; it has %s"
                            .formatted(what, text, things, absent, present));
        }
        return wanted;
    }

    private static NumberSet parse(String what, String text) {
        try {
            return NumberSet.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused("%s '%s': %s".formatted(what, text, String.valueOf(e.getMessage())));
        }
    }

    /** A kernel without NUMA has no such file, and one node. */
    private NumberSet online(String list) {
        try {
            return NumberSet.parse(Files.readString(root.resolve(list)).strip());
        } catch (NoSuchFileException _) {
            return NumberSet.parse("0");
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR, "cannot read /" + list + ": " + e.getMessage(), e);
        }
    }

    private Limits.IoDevice device(BlockIoTuning.Device device) {
        DeviceNumber node =
                DeviceNumber.ofBlockDevice(root.resolve(device.path().substring(1)))
                        .orElseThrow(
                                () ->
                                        refused(
                                                "<blkiotune>: '%s' is no block device of this host"
                                                        .formatted(device.path())));
        return new Limits.IoDevice(
                device.path(),
                node.major(),
                node.minor(),
                device.weight(),
                device.readIopsPerSecond(),
                device.writeIopsPerSecond(),
                device.readBytesPerSecond(),
                device.writeBytesPerSecond());
    }

    /** A host that cannot count processes cannot hold the standard limit; one that was asked for is refused there. */
    private Optional<Long> processes(ProcessLimit limit) {
        return switch (limit) {
            case ProcessLimit.Standard _ -> cgroups.with("pids").map(_ -> STANDARD_PROCESSES);
            case ProcessLimit.Unlimited _ -> Optional.empty();
            case ProcessLimit.AtMost(long count) -> Optional.of(count);
        };
    }

    private static DriverException refused(String reason) {
        return new DriverException(ErrorCode.CONFIG_UNSUPPORTED, reason);
    }
}
