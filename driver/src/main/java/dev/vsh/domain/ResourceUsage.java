package dev.vsh.domain;

import java.time.Duration;
import java.util.List;

/** What a running container has used of the host, as the kernel counts it. What it does not count is zero, or empty. */
public record ResourceUsage(Processor processor, Memory memory, List<Block> blocks) {
    public ResourceUsage {
        blocks = List.copyOf(blocks);
    }

    /**
     * @param each time on each of the host's processors; empty on cgroup v2, which counts only the sum
     */
    public record Processor(Duration total, Duration user, Duration system, List<Duration> each) {
        public Processor {
            each = List.copyOf(each);
        }
    }

    /**
     * @param total with what files are cached for it
     */
    public record Memory(ByteSize total, ByteSize swap) {}

    /**
     * @param name of a whole device of the host, as {@code sda}
     */
    public record Block(String name, Transfers read, Transfers written) {}

    /** One direction. */
    public record Transfers(long requests, long bytes) {}
}
