package dev.vsh.domain.lxctools;

import dev.vsh.domain.CpuTuning;
import dev.vsh.domain.NumaTuning;
import dev.vsh.domain.Vcpu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of the controllers cpu and cpuset. */
final class CpuPart {
    static final long MOST_WEIGHT = 10_000;

    private static final long LEAST_SHARES = 2;
    private static final long MOST_SHARES = 262_144;
    private static final long MIN_PERIOD = 1000;
    private static final long MAX_PERIOD = 1_000_000;
    private static final long DEFAULT_PERIOD = 100_000;
    private static final long MAX_QUOTA = 17_592_186_044_415L;
    private static final long NO_QUOTA = -1;

    private final CgroupSettings cgroup;
    private final Findings findings;
    private final Numbers numbers;

    CpuPart(CgroupSettings cgroup, Findings findings) {
        this.cgroup = cgroup;
        this.findings = findings;
        this.numbers = new Numbers(findings);
    }

    Vcpu vcpu() {
        Vcpu one = Vcpu.ONE;
        return new Vcpu(
                one.maximum(),
                one.current(),
                cgroup.either("cpuset.cpus", "cpuset.cpus", this::list),
                one.placement());
    }

    Optional<NumaTuning> numaTuning() {
        return cgroup.either("cpuset.mems", "cpuset.mems", this::list)
                .map(
                        nodes ->
                                new NumaTuning(
                                        "strict", Optional.of(nodes), Optional.empty(), List.of()));
    }

    private Optional<String> list(Setting setting) {
        String list = setting.value().replace(" ", "");
        if (!Arrays.stream(list.split(",", -1)).allMatch(CpuPart::isRange)) {
            numbers.refuse(setting, "a list of numbers and ranges, as 0-3,5");
            return Optional.empty();
        }
        return Optional.of(list);
    }

    private static boolean isRange(String text) {
        return text.matches("[0-9]{1,9}(-[0-9]{1,9})?");
    }

    CpuTuning tuning() {
        Optional<Setting> limit = cgroup.v2("cpu.max");
        Optional<Bandwidth> v2 = limit.flatMap(this::bandwidth);
        Optional<Setting> quota = cgroup.v1("cpu.cfs_quota_us");
        Optional<Setting> period = cgroup.v1("cpu.cfs_period_us");
        return new CpuTuning(
                shares(),
                cgroup.choose(
                        period,
                        period.flatMap(this::period),
                        limit,
                        v2.map(Bandwidth::periodMicros)),
                cgroup.choose(
                        quota, quota.flatMap(this::quota), limit, v2.map(Bandwidth::quotaMicros)),
                List.of());
    }

    /** On cgroup v2 the driver takes shares for the weight, as libvirt does; only there can it be 1. */
    private Optional<Long> shares() {
        Optional<Setting> one = cgroup.v1("cpu.shares");
        Optional<Setting> two = cgroup.v2("cpu.weight");
        return cgroup.choose(
                one,
                one.flatMap(setting -> numbers.between(LEAST_SHARES, MOST_SHARES, setting)),
                two,
                two.flatMap(setting -> numbers.between(1, MOST_WEIGHT, setting))
                        .map(weight -> Math.max(LEAST_SHARES, weight)));
    }

    private Optional<Long> period(Setting setting) {
        return numbers.between(MIN_PERIOD, MAX_PERIOD, setting);
    }

    private Optional<Long> quota(Setting setting) {
        return Numbers.parse(setting.value()).filter(quota -> quota < 0).isPresent()
                ? Optional.of(NO_QUOTA)
                : numbers.between(MIN_PERIOD, MAX_QUOTA, setting);
    }

    /** {@code QUOTA PERIOD}, of which the second may be missing. */
    private Optional<Bandwidth> bandwidth(Setting setting) {
        List<String> words = Words.split(setting.value());
        Optional<Long> quota =
                words.getFirst().equals("max")
                        ? Optional.of(NO_QUOTA)
                        : quota(setting.withValue(words.getFirst()));
        Optional<Long> period =
                words.size() == 1
                        ? Optional.of(DEFAULT_PERIOD)
                        : period(setting.withValue(words.get(1)));
        if (words.size() > 2) {
            findings.refuse(setting, "expected a quota and a period");
        }
        return quota.isPresent() && period.isPresent()
                ? Optional.of(new Bandwidth(quota.get(), period.get()))
                : Optional.empty();
    }

    private record Bandwidth(long quotaMicros, long periodMicros) {}
}
