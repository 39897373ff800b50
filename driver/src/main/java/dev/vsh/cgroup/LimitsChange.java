package dev.vsh.cgroup;

import dev.vsh.domain.NumberSet;
import dev.vsh.plan.CgroupPlan;
import dev.vsh.plan.CgroupPlan.Setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Gives a running container other limits: all of them, or none. */
public final class LimitsChange {
    private static final String IO_MAX = "io.max";

    /** A file, or one device's line of it. */
    private record Place(Path file, String device) {}

    private record Write(Place place, String value, String before) {}

    private final List<Write> writes = new ArrayList<>();

    public LimitsChange(CgroupHost host, CgroupPath path, Limits from, Limits to) {
        CgroupPlanner planner = new CgroupPlanner(host);
        CgroupPlan before = planner.plan(path, from);
        CgroupPlan after = planner.plan(path, to);
        moveToProcessors(before, after);
        changeLimits(values(before), values(after));
    }

    /**
     * No group may have processors that the one above it has not, so the container gets those that it moves to besides
     * its old ones first. Only on v1 has the inner group a list of its own.
     */
    private void moveToProcessors(CgroupPlan before, CgroupPlan after) {
        Map<Place, String> inner = delegated(after);
        delegated(before)
                .forEach(
                        (place, old) -> {
                            String wanted = inner.getOrDefault(place, old);
                            if (!wanted.equals(old)) {
                                Place outer = new Place(outer(place.file()), "");
                                String both = NumberSet.parse(old + "," + wanted).toString();
                                writes.add(new Write(outer, both, old));
                                writes.add(new Write(place, wanted, old));
                                writes.add(new Write(outer, wanted, both));
                            }
                        });
    }

    private static Path outer(Path file) {
        Path group = Objects.requireNonNull(file.getParent());
        return group.resolveSibling(Objects.requireNonNull(file.getFileName()));
    }

    private static Map<Place, String> delegated(CgroupPlan plan) {
        Map<Place, String> values = new LinkedHashMap<>();
        for (CgroupPlan.Hierarchy hierarchy : plan.hierarchies()) {
            Path group =
                    Path.of(hierarchy.mountPoint())
                            .resolve(hierarchy.group())
                            .resolve(CgroupPlan.Hierarchy.DELEGATED);
            hierarchy
                    .delegatedSettings()
                    .forEach(setting -> values.put(place(group, setting), setting.value()));
        }
        return values;
    }

    private void changeLimits(Map<Place, String> old, Map<Place, String> wanted) {
        wanted.forEach(
                (place, value) -> {
                    String before =
                            Optional.ofNullable(old.get(place)).orElseGet(() -> none(place));
                    if (!value.equals(before) && !isWritten(place)) {
                        writes.add(new Write(place, value, before));
                    }
                });
        old.forEach(
                (place, value) -> {
                    if (!wanted.containsKey(place)) {
                        writes.add(new Write(place, none(place), value));
                    }
                });
    }

    private boolean isWritten(Place place) {
        return writes.stream().anyMatch(write -> write.place().equals(place));
    }

    private static Map<Place, String> values(CgroupPlan plan) {
        Map<Place, String> values = new LinkedHashMap<>();
        for (CgroupPlan.Hierarchy hierarchy : plan.hierarchies()) {
            Path group = Path.of(hierarchy.mountPoint()).resolve(hierarchy.group());
            hierarchy
                    .settings()
                    .forEach(setting -> values.put(place(group, setting), setting.value()));
        }
        return values;
    }

    private static Place place(Path group, Setting setting) {
        String first = setting.value().split(" ", 2)[0];
        String device = first.matches("[0-9]+:[0-9]+") ? first : "";
        return new Place(group.resolve(setting.file()), device);
    }

    /** What a file holds when there is no limit. */
    private static String none(Place place) {
        return switch (place.file().getFileName().toString()) {
            case "memory.high", "memory.swap.max" -> "max";
            // On v2 an empty line is all that the group above has.
            case CpusetController.CPUS, CpusetController.MEMS -> "\n";
            case "cpu.shares" -> "1024";
            case "cpu.cfs_period_us" -> "100000";
            case "cpu.weight" -> "100";
            case "cpu.max" -> "max 100000";
            case "blkio.bfq.weight" -> "100";
            case "blkio.weight" -> "500";
            case "io.weight", "io.bfq.weight" ->
                    place.device().isEmpty() ? "default 100" : place.device() + " default";
            case IO_MAX -> place.device() + " rbps=max wbps=max riops=max wiops=max";
            default -> place.device().isEmpty() ? "-1" : place.device() + " 0";
        };
    }

    /**
     * A limit of memory must not be above that of memory and swap, whichever way both move: what is refused is tried
     * again once the others are written.
     *
     * @throws IOException naming the first file that cannot be written; all have their old values then
     */
    public void make() throws IOException {
        List<Write> done = new ArrayList<>();
        List<Write> left = List.copyOf(writes);
        while (!left.isEmpty()) {
            List<Write> refused = new ArrayList<>();
            IOException failure = attempt(left, done, refused);
            if (refused.size() == left.size()) {
                undo(done, failure);
                throw failure;
            }
            left = refused;
        }
    }

    /** The first failure, or one that is not thrown when nothing was refused. */
    private static IOException attempt(List<Write> left, List<Write> done, List<Write> refused) {
        IOException first = new IOException("nothing was refused");
        for (Write write : left) {
            try {
                write(write.place(), write.value());
                done.add(write);
            } catch (IOException e) {
                first = refused.isEmpty() ? failure(write, e) : first;
                refused.add(write);
            }
        }
        return first;
    }

    private static IOException failure(Write write, IOException e) {
        Optional<String> shortage = MemoryRoom.shortage(write.place().file(), write.value(), e);
        if (shortage.isPresent()) {
            return new IOException(shortage.get(), e);
        }
        return new IOException(
                "cannot write " + write.value() + " to " + write.place().file() + ": " + reason(e),
                e);
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf(": ") + 1).strip();
    }

    private static void undo(List<Write> done, IOException failure) {
        for (Write write : done.reversed()) {
            try {
                write(write.place(), write.before());
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** A line of io.max that leaves a key out leaves its limit as it is. */
    private static void write(Place place, String value) throws IOException {
        if (place.file().endsWith(MemoryRoom.MAX)) {
            new MemoryRoom(place.file()).set(value);
            return;
        }
        boolean keyed = place.file().endsWith(IO_MAX);
        String line =
                keyed && !value.equals(none(place))
                        ? none(place) + value.substring(place.device().length())
                        : value;
        Files.writeString(place.file(), line);
    }
}
