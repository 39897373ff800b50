package dev.vsh.domain.lxctools;

import dev.vsh.domain.BlockIoTuning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the controllers blkio (v1) and io (v2). */
final class BlockIoPart {
    private static final long LEAST_WEIGHT = 10;
    private static final long MOST_WEIGHT = 1000;
    private static final String DEVICE = "[0-9]{1,9}:[0-9]{1,9}";

    private final CgroupSettings cgroup;
    private final Findings findings;
    private final Map<String, Map<BlockLimit, Long>> devices = new LinkedHashMap<>();
    private Optional<Integer> weight = Optional.empty();

    private BlockIoPart(CgroupSettings cgroup, Findings findings) {
        this.cgroup = cgroup;
        this.findings = findings;
    }

    static BlockIoTuning tuning(CgroupSettings cgroup, Findings findings) {
        var part = new BlockIoPart(cgroup, findings);
        part.readV1();
        part.readV2();
        return new BlockIoTuning(part.weight, part.tunedDevices());
    }

    private void readV1() {
        List.of("blkio.weight", "blkio.bfq.weight")
                .forEach(file -> cgroup.allV1(file).forEach(line -> setWeight(line, line.value())));
        for (BlockLimit limit : BlockLimit.values()) {
            limit.filesV1()
                    .forEach(file -> cgroup.allV1(file).forEach(line -> deviceV1(line, limit)));
        }
    }

    private void deviceV1(Setting line, BlockLimit limit) {
        List<String> words = Words.split(line.value());
        if (words.size() != 2 || !words.getFirst().matches(DEVICE)) {
            refuse(line, "MAJOR:MINOR and a number");
        } else {
            set(line, words.getFirst(), limit, words.get(1));
        }
    }

    private void readV2() {
        List.of("io.weight", "io.bfq.weight")
                .forEach(file -> cgroup.allV2(file).forEach(this::weightV2));
        cgroup.allV2("io.max").forEach(this::limitsV2);
    }

    private void weightV2(Setting line) {
        List<String> words = Words.split(line.value());
        if (words.size() == 2 && words.getFirst().matches(DEVICE)) {
            set(line, words.getFirst(), BlockLimit.WEIGHT, words.get(1));
        } else if (words.size() == 1 || (words.size() == 2 && words.getFirst().equals("default"))) {
            setWeight(line, words.getLast());
        } else {
            refuse(line, "a weight, or MAJOR:MINOR and a weight");
        }
    }

    private void limitsV2(Setting line) {
        List<String> words = Words.split(line.value());
        if (!words.getFirst().matches(DEVICE)) {
            refuse(line, "MAJOR:MINOR and limits, as rbps=1048576");
            return;
        }
        for (String word : words.subList(1, words.size())) {
            int equals = Math.max(0, word.indexOf('='));
            Optional<BlockLimit> limit = BlockLimit.ofV2(word.substring(0, equals));
            if (limit.isEmpty()) {
                refuse(line, "MAJOR:MINOR and limits, as rbps=1048576");
            } else {
                set(line, words.getFirst(), limit.get(), word.substring(equals + 1));
            }
        }
    }

    private void set(Setting line, String device, BlockLimit limit, String text) {
        Map<BlockLimit, Long> limits =
                devices.computeIfAbsent(
                        "/dev/block/" + device, _ -> new EnumMap<>(BlockLimit.class));
        if (text.equals("max")) {
            limits.remove(limit);
            return;
        }
        Optional<Long> number = Numbers.parse(text).filter(each -> each >= 0);
        if (number.isEmpty()) {
            refuse(line, "a number that is not negative");
        } else if (limit == BlockLimit.WEIGHT && number.get() != 0 && !isWeight(number.get())) {
            warnOfWeight(line);
        } else {
            limits.put(limit, number.get());
        }
    }

    private void setWeight(Setting line, String text) {
        Optional<Long> number = Numbers.parse(text);
        if (number.isEmpty()) {
            refuse(line, "a weight");
        } else if (!isWeight(number.get())) {
            warnOfWeight(line);
        } else {
            weight = number.map(Math::toIntExact);
        }
    }

    private static boolean isWeight(long number) {
        return number >= LEAST_WEIGHT && number <= MOST_WEIGHT;
    }

    private void warnOfWeight(Setting line) {
        findings.warn(line, "a <weight> is a number from " + LEAST_WEIGHT + " to " + MOST_WEIGHT);
    }

    private void refuse(Setting line, String expected) {
        new Numbers(findings).refuse(line, expected);
    }

    private List<BlockIoTuning.Device> tunedDevices() {
        List<BlockIoTuning.Device> tuned = new ArrayList<>();
        devices.forEach(
                (path, limits) -> {
                    if (!limits.isEmpty()) {
                        tuned.add(device(path, limits));
                    }
                });
        return tuned;
    }

    private static BlockIoTuning.Device device(String path, Map<BlockLimit, Long> limits) {
        return new BlockIoTuning.Device(
                path,
                Optional.ofNullable(limits.get(BlockLimit.WEIGHT)).map(Math::toIntExact),
                Optional.ofNullable(limits.get(BlockLimit.READ_IOPS)),
                Optional.ofNullable(limits.get(BlockLimit.WRITE_IOPS)),
                Optional.ofNullable(limits.get(BlockLimit.READ_BYTES)),
                Optional.ofNullable(limits.get(BlockLimit.WRITE_BYTES)));
    }
}
