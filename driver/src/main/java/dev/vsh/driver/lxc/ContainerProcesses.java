package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.Fd;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a running container, by the numbers that they have in it. */
final class ContainerProcesses {
    private static final String NUMBERS = "NSpid:";

    private final Syscalls syscalls;
    private final Workshop workshop;
    private final String name;
    private final RunRecord.Active active;

    /** How deep the container's PID namespace lies in the host's. */
    private final int depth;

    ContainerProcesses(Workshop workshop, String name, RunRecord.Active active) {
        this.syscalls = workshop.syscalls();
        this.workshop = workshop;
        this.name = name;
        this.active = active;
        this.depth =
                active.init()
                        .map(init -> numbers(init.pid()).size() - 1)
                        .filter(n -> n > 0)
                        .orElse(1);
    }

    void signal(long pid, int signal) {
        long hostPid = find(pid).orElseThrow(() -> missing(pid));
        try (Fd process = syscalls.openProcess(hostPid)) {
            // The number may have been given to another one since it was looked up.
            if (!isCalled(hostPid, pid)) {
                throw missing(pid);
            }
            syscalls.signal(process, signal);
        } catch (SyscallException e) {
            throw Denial.of("cannot signal process " + pid + " of domain '" + name + "'", e);
        }
    }

    private DriverException missing(long pid) {
        return new DriverException(
                ErrorCode.INVALID_ARG, "domain '" + name + "' has no process " + pid);
    }

    private Optional<Long> find(long pid) {
        return workshop.reality().cgroup(active).processes().stream()
                .filter(each -> isCalled(each, pid))
                .findFirst();
    }

    /** Only a process of the init's own namespace is called so; one further in has another number here. */
    private boolean isCalled(long hostPid, long pid) {
        List<String> numbers = numbers(hostPid);
        return numbers.size() > depth && numbers.get(depth).equals(Long.toString(pid));
    }

    /** proc_pid_status(5): a process's numbers, from the outermost PID namespace to its own. */
    private static List<String> numbers(long hostPid) {
        Path status = Path.of("/proc", Long.toString(hostPid), "status");
        try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(NUMBERS))
                    .map(line -> line.substring(NUMBERS.length()).strip().split("\\s+"))
                    .findFirst()
                    .map(List::of)
                    .orElse(List.of());
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }
}
