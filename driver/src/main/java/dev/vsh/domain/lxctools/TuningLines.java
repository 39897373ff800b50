package dev.vsh.domain.lxctools;

import dev.vsh.domain.BlockIoTuning;
import dev.vsh.domain.ByteSize;
import dev.vsh.domain.CpuTuning;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.MemoryTuning;
import dev.vsh.domain.NumaTuning;
import dev.vsh.domain.ProcessLimit;

/** The inverse of {@link MemoryPart}, {@link CpuPart} and {@link BlockIoPart}, for both kinds of cgroups. */
final class TuningLines {
    private static final long DEFAULT_PERIOD = 100_000;
    private static final String BLOCK = "/dev/block/";

    private TuningLines() {}

    static void write(DomainDefinition domain, ConfigText text) {
        memory(domain, text);
        cpu(domain, text);
        domain.numaTuning().ifPresent(tuning -> numa(tuning, text));
        blockIo(domain.blockIoTuning(), text);
        switch (domain.confinement().processes()) {
            case ProcessLimit.Standard _ -> {}
            case ProcessLimit.Unlimited _ -> text.cgroup("pids.max", "max");
            case ProcessLimit.AtMost(long count) -> text.cgroup("pids.max", count);
        }
    }

    private static void memory(DomainDefinition domain, ConfigText text) {
        MemoryTuning tuning = domain.memoryTuning();
        // The one in force: LXC has no other that it could be raised to.
        ByteSize limit = tuning.hardLimit().orElse(domain.currentMemory());
        if (Sizes.isLimit(limit)) {
            text.cgroup("memory.limit_in_bytes", "memory.max", limit.bytes());
        }
        tuning.softLimit()
                .ifPresent(
                        soft ->
                                text.cgroup(
                                        "memory.soft_limit_in_bytes", "memory.high", soft.bytes()));
        tuning.swapHardLimit().filter(Sizes::isLimit).ifPresent(swap -> swap(swap, limit, text));
        text.lost(tuning.minGuarantee().isPresent(), "<min_guarantee>");
        text.lost(
                domain.currentMemory().compareTo(domain.memory()) < 0,
                "<memory> above <currentMemory>");
    }

    /** On v2, swap is counted alone. */
    private static void swap(ByteSize both, ByteSize memory, ConfigText text) {
        text.line("lxc.cgroup.memory.memsw.limit_in_bytes", Long.toString(both.bytes()));
        if (Sizes.isLimit(memory)) {
            text.line(
                    "lxc.cgroup2.memory.swap.max",
                    Long.toString(Math.max(0, both.bytes() - memory.bytes())));
        }
    }

    private static void cpu(DomainDefinition domain, ConfigText text) {
        CpuTuning tuning = domain.cpuTuning();
        domain.vcpu().cpuset().ifPresent(list -> text.cgroup("cpuset.cpus", list));
        text.lost(
                domain.vcpu().placement().filter("auto"::equals).isPresent(),
                "<vcpu placement='auto'>");
        tuning.shares().ifPresent(shares -> shares(shares, text));
        bandwidth(tuning, text);
        tuning.others().forEach(other -> text.lost(true, "<" + other.path() + ">"));
    }

    private static void shares(long shares, ConfigText text) {
        text.line("lxc.cgroup.cpu.shares", Long.toString(shares));
        if (shares <= CpuPart.MOST_WEIGHT) {
            text.line("lxc.cgroup2.cpu.weight", Long.toString(shares));
        } else {
            text.warn("on cgroup v2, <shares> are a weight of at most " + CpuPart.MOST_WEIGHT);
        }
    }

    private static void bandwidth(CpuTuning tuning, ConfigText text) {
        tuning.periodMicros()
                .ifPresent(
                        period -> text.line("lxc.cgroup.cpu.cfs_period_us", Long.toString(period)));
        tuning.quotaMicros()
                .ifPresent(quota -> text.line("lxc.cgroup.cpu.cfs_quota_us", Long.toString(quota)));
        if (tuning.quotaMicros().isPresent() || tuning.periodMicros().isPresent()) {
            String quota =
                    tuning.quotaMicros()
                            .filter(each -> each > 0)
                            .map(String::valueOf)
                            .orElse("max");
            text.line(
                    "lxc.cgroup2.cpu.max",
                    quota + " " + tuning.periodMicros().orElse(DEFAULT_PERIOD));
        }
    }

    private static void numa(NumaTuning tuning, ConfigText text) {
        tuning.nodeset().ifPresent(nodes -> text.cgroup("cpuset.mems", nodes));
        text.lost(
                !tuning.mode().equals("strict"), "<numatune><memory mode='" + tuning.mode() + "'>");
        text.lost(tuning.placement().filter("auto"::equals).isPresent(), "<numatune placement>");
        tuning.others().forEach(other -> text.lost(true, "<" + other.path() + ">"));
    }

    private static void blockIo(BlockIoTuning tuning, ConfigText text) {
        tuning.weight()
                .ifPresent(
                        weight -> {
                            text.line("lxc.cgroup.blkio.weight", weight.toString());
                            text.line("lxc.cgroup2.io.weight", "default " + weight);
                        });
        tuning.devices().forEach(device -> device(device, text));
    }

    private static void device(BlockIoTuning.Device device, ConfigText text) {
        if (!device.path().matches(BLOCK + "[0-9]+:[0-9]+")) {
            text.warn(
                    "LXC takes MAJOR:MINOR in the place of '" + device.path() + "' in <blkiotune>");
            return;
        }
        String numbers = device.path().substring(BLOCK.length());
        StringBuilder limits = new StringBuilder(numbers);
        for (BlockLimit limit : BlockLimit.values()) {
            limit.of(device)
                    .ifPresent(
                            value -> {
                                text.line(
                                        "lxc.cgroup." + limit.filesV1().getFirst(),
                                        numbers + " " + value);
                                if (limit == BlockLimit.WEIGHT) {
                                    text.line("lxc.cgroup2.io.weight", numbers + " " + value);
                                } else {
                                    limits.append(" " + limit.nameV2() + "=" + value);
                                }
                            });
        }
        if (limits.length() > numbers.length()) {
            text.line("lxc.cgroup2.io.max", limits.toString());
        }
    }
}
