package dev.vsh.helper.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A container's figures, read from its cgroups whatever their version is, and the host's where it has none. */
final class Figures {
    private static final long UNLIMITED = Long.MAX_VALUE;
    private static final long NANOS_PER_MICRO = 1000;

    private final List<Path> groups;
    private final Path host;
    private final long startNanos;

    /**
     * @param groups the container's outer group in every hierarchy
     * @param host where the host's {@code /proc} and {@code /sys} are
     * @param startNanos when the container began, as {@link System#nanoTime()} counts
     */
    Figures(List<Path> groups, Path host, long startNanos) {
        this.groups = List.copyOf(groups);
        this.host = host;
        this.startNanos = startNanos;
    }

    long uptimeNanos() {
        return System.nanoTime() - startNanos;
    }

    /** The text of a file of the host; empty when there is none. */
    String host(String file) {
        return read(host.resolve(file)).orElse("");
    }

    /** A file of the container's groups, by whichever name it has. */
    private Optional<String> group(String... names) {
        for (String name : names) {
            for (Path group : groups) {
                Optional<String> text = read(group.resolve(name));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException _) {
            // Not every hierarchy has every file, and the last read may come behind the end.
            return Optional.empty();
        }
    }

    private OptionalLong number(String... names) {
        return group(names).map(Figures::parse).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static long parse(String text) {
        String value = text.strip();
        return value.equals("max") ? UNLIMITED : Long.parseLong(value);
    }

    /** Lines of a name and a number: {@code memory.stat}, {@code cpu.stat}, {@code /proc/meminfo}. */
    static Map<String, Long> table(String text) {
        Map<String, Long> table = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            String[] words = line.trim().split("[ :]+", 3);
            if (words.length >= 2 && Character.isDigit(words[1].charAt(0))) {
                table.put(words[0], Long.parseLong(words[1]));
            }
        }
        return table;
    }

    Map<String, Long> hostMemory() {
        return table(host("proc/meminfo"));
    }

    OptionalLong memoryLimit() {
        return number("memory.max", "memory.limit_in_bytes");
    }

    long memoryUsed() {
        return number("memory.current", "memory.usage_in_bytes").orElse(0);
    }

    Map<String, Long> memoryDetails() {
        return group("memory.stat").map(Figures::table).orElse(Map.of());
    }

    /** What may be swapped out; v1 counts it together with memory. */
    long swapLimit() {
        OptionalLong v2 = number("memory.swap.max");
        if (v2.isPresent()) {
            return v2.getAsLong();
        }
        long sum = number("memory.memsw.limit_in_bytes").orElse(UNLIMITED);
        return sum == UNLIMITED ? UNLIMITED : sum - Math.min(sum, memoryLimit().orElse(sum));
    }

    long swapUsed() {
        OptionalLong v2 = number("memory.swap.current");
        return v2.isPresent() ? v2.getAsLong() : memoryDetails().getOrDefault("total_swap", 0L);
    }

    long processes() {
        return number("pids.current").orElse(1);
    }

    /** Processor time, user and system, in nanoseconds. */
    long[] cpuNanos() {
        OptionalLong user = number("cpuacct.usage_user");
        if (user.isPresent()) {
            return new long[] {user.getAsLong(), number("cpuacct.usage_sys").orElse(0)};
        }
        Map<String, Long> stat = group("cpu.stat").map(Figures::table).orElse(Map.of());
        return new long[] {
            stat.getOrDefault("user_usec", 0L) * NANOS_PER_MICRO,
            stat.getOrDefault("system_usec", 0L) * NANOS_PER_MICRO
        };
    }

    /** The host's numbers of the processors that the container has: its cpuset, cut to what its quota fills. */
    List<Integer> processors() {
        String list =
                group("cpuset.cpus.effective", "cpuset.effective_cpus", "cpuset.cpus")
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElseGet(() -> host("sys/devices/system/cpu/online").strip());
        List<Integer> all = numbers(list.isEmpty() ? "0" : list);
        return all.subList(0, Math.min(all.size(), quota()));
    }

    private static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            int hyphen = range.indexOf('-');
            int first = Integer.parseInt(hyphen < 0 ? range : range.substring(0, hyphen));
            int last = hyphen < 0 ? first : Integer.parseInt(range.substring(hyphen + 1));
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** How many processors the quota of each period fills, rounded up. */
    private int quota() {
        long quota = UNLIMITED;
        long period = number("cpu.cfs_period_us").orElse(1);
        Optional<String> v2 = group("cpu.max");
        if (v2.isPresent()) {
            String[] words = v2.get().strip().split(" ", -1);
            quota = parse(words[0]);
            period = Long.parseLong(words[1]);
        } else {
            long v1 = number("cpu.cfs_quota_us").orElse(-1);
            quota = v1 < 0 ? UNLIMITED : v1;
        }
        return quota == UNLIMITED
                ? Integer.MAX_VALUE
                : (int) Math.max(1, Math.ceilDiv(quota, period));
    }
}
