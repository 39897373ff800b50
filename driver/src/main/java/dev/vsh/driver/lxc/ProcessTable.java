package dev.vsh.driver.lxc;

import dev.vsh.driver.ContainerProcess;
import dev.vsh.driver.DriverException;
import dev.vsh.linux.ProcessId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code /proc} of the host says of a container's processes, in the container's own terms. */
final class ProcessTable {
    /** A process may call itself anything, of any length. */
    private static final int LONGEST_COMMAND = 4096;

    private final Path proc;
    private final int depth;
    private final List<IdRange> users;
    private final Accounts accounts;
    private final Map<Long, String> names = new HashMap<>();

    /** A line of {@code /proc/PID/uid_map}. */
    private record IdRange(long inside, long outside, long count) {
        Optional<Long> inside(long id) {
            return id >= outside && id - outside < count
                    ? Optional.of(inside + id - outside)
                    : Optional.empty();
        }
    }

    /**
     * @param proc where the host's procfs is mounted
     */
    ProcessTable(Path proc, ProcessId init, Accounts accounts) {
        this.proc = proc;
        this.accounts = accounts;
        this.depth = Math.max(1, numbers(status(init.pid())).size() - 1);
        this.users = ranges(init.pid());
    }

    /** Processes that have ended meanwhile are left out. */
    List<ContainerProcess> all(List<Long> hostPids) {
        return hostPids.stream().sorted().flatMap(pid -> process(pid).stream()).toList();
    }

    private Optional<ContainerProcess> process(long hostPid) {
        Map<String, String> status = status(hostPid);
        List<String> numbers = numbers(status);
        if (numbers.size() <= depth) {
            return Optional.empty();
        }
        return Optional.of(
                new ContainerProcess(
                        hostPid,
                        Long.parseLong(numbers.get(depth)),
                        Long.parseLong(status.getOrDefault("PPid", "0")),
                        user(status.getOrDefault("Uid", "0")),
                        command(hostPid, status.getOrDefault("Name", ""))));
    }

    private String user(String ids) {
        long outside = Long.parseLong(ids.split("\\s+")[0]);
        return names.computeIfAbsent(outside, this::name);
    }

    private String name(long outside) {
        Optional<Long> inside =
                users.stream().flatMap(range -> range.inside(outside).stream()).findFirst();
        return inside.flatMap(this::account)
                .or(() -> inside.map(String::valueOf))
                .orElse(String.valueOf(outside));
    }

    private Optional<String> account(long inside) {
        try {
            return accounts.account(inside).map(Accounts.Account::name);
        } catch (DriverException _) {
            return Optional.empty();
        }
    }

    private String command(long hostPid, String name) {
        String words = read(hostPid + "/cmdline").replace('\0', ' ').strip();
        String all = words.isEmpty() ? "[" + name + "]" : words;
        return all.length() <= LONGEST_COMMAND ? all : all.substring(0, LONGEST_COMMAND);
    }

    private List<IdRange> ranges(long pid) {
        return read(pid + "/uid_map")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length == 3)
                .map(
                        fields ->
                                new IdRange(
                                        Long.parseLong(fields[0]),
                                        Long.parseLong(fields[1]),
                                        Long.parseLong(fields[2])))
                .toList();
    }

    private Map<String, String> status(long pid) {
        Map<String, String> fields = new HashMap<>();
        read(pid + "/status")
                .lines()
                .filter(line -> line.indexOf(':') > 0)
                .forEach(
                        line ->
                                fields.put(
                                        line.substring(0, line.indexOf(':')),
                                        line.substring(line.indexOf(':') + 1).strip()));
        return fields;
    }

    private static List<String> numbers(Map<String, String> status) {
        return Stream.of(status.getOrDefault("NSpid", "").split("\\s+"))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    private String read(String file) {
        try {
            return new String(Files.readAllBytes(proc.resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
