package dev.vsh.domain.lxctools;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.MemoryTuning;

import java.util.Optional;

/** The files of the memory controller. A container without a limit stays one. */
final class MemoryPart {
    private final CgroupSettings cgroup;
    private final Findings findings;

    MemoryPart(CgroupSettings cgroup, Findings findings) {
        this.cgroup = cgroup;
        this.findings = findings;
    }

    ByteSize memory() {
        return cgroup.either("memory.limit_in_bytes", "memory.max", this::atLeastOne)
                .orElse(Sizes.UNLIMITED);
    }

    private Optional<ByteSize> atLeastOne(Setting setting) {
        Optional<ByteSize> size = size(setting);
        if (size.filter(each -> each.bytes() == 0).isPresent()) {
            findings.refuse(setting, "nothing runs without memory");
            return Optional.empty();
        }
        return size;
    }

    private Optional<ByteSize> size(Setting setting) {
        Optional<ByteSize> size = Sizes.parse(setting.value());
        if (size.isEmpty()) {
            findings.refuse(
                    setting,
                    "'" + setting.value() + "' is not a number of bytes, with K, M or G after it");
        }
        return size;
    }

    MemoryTuning tuning(ByteSize memory) {
        return new MemoryTuning(
                Optional.empty(),
                cgroup.either("memory.soft_limit_in_bytes", "memory.high", this::size)
                        .filter(Sizes::isLimit),
                swap(memory).filter(Sizes::isLimit),
                Optional.empty());
    }

    /** On v1, and in a document, memory and swap together; on v2, swap alone. */
    private Optional<ByteSize> swap(ByteSize memory) {
        Optional<Setting> one = cgroup.v1("memory.memsw.limit_in_bytes");
        Optional<Setting> two = cgroup.v2("memory.swap.max");
        return cgroup.choose(
                one, one.flatMap(this::size), two, two.flatMap(alone -> both(alone, memory)));
    }

    private Optional<ByteSize> both(Setting alone, ByteSize memory) {
        Optional<ByteSize> swap = size(alone);
        if (swap.isEmpty() || !Sizes.isLimit(swap.get())) {
            return swap;
        }
        if (!Sizes.isLimit(memory)) {
            findings.warn(
                    alone,
                    "<swap_hard_limit> limits memory and swap together, so memory needs one");
            return Optional.empty();
        }
        long room = Sizes.UNLIMITED.bytes() - memory.bytes();
        return Optional.of(new ByteSize(memory.bytes() + Math.min(room, swap.get().bytes())));
    }
}
