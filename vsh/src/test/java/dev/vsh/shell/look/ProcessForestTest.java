package dev.vsh.shell.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.driver.ContainerProcess;

import org.junit.jupiter.api.Test;

import java.util.List;

class ProcessForestTest {
    @Test
    void childrenStandBelowTheirParents() {
        List<ContainerProcess> processes =
                List.of(
                        process(100, 99, "init"),
                        process(101, 100, "cron"),
                        process(102, 100, "sshd"),
                        process(103, 101, "job"),
                        process(200, 98, "sh"));

        assertEquals(
                List.of("init", "├─ cron", "│  └─ job", "└─ sshd", "sh"),
                new ProcessForest(processes)
                        .trees().stream()
                                .flatMap(tree -> tree.lines().stream())
                                .map(line -> line.text(ContainerProcess::command))
                                .toList());
    }

    private static ContainerProcess process(long pid, long parent, String command) {
        return new ContainerProcess(pid, pid - 99, parent, "root", command);
    }
}
