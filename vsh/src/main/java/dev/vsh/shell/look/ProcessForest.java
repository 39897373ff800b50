package dev.vsh.shell.look;

import dev.vsh.driver.ContainerProcess;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Processes below their parents. */
public final class ProcessForest {
    private final List<ContainerProcess> processes;
    private final Map<Long, List<ContainerProcess>> byParent;

    public ProcessForest(List<ContainerProcess> processes) {
        this.processes = List.copyOf(processes);
        this.byParent =
                processes.stream().collect(Collectors.groupingBy(ContainerProcess::hostParent));
    }

    /** The init first, then each command that came from outside. */
    public List<Outline<ContainerProcess>> trees() {
        Set<Long> all =
                processes.stream().map(ContainerProcess::hostPid).collect(Collectors.toSet());
        return processes.stream()
                .filter(process -> !all.contains(process.hostParent()))
                .map(this::tree)
                .toList();
    }

    private Outline<ContainerProcess> tree(ContainerProcess process) {
        List<Outline<ContainerProcess>> children =
                byParent.getOrDefault(process.hostPid(), List.of()).stream()
                        .map(this::tree)
                        .toList();
        return new Outline<>(process, children);
    }
}
