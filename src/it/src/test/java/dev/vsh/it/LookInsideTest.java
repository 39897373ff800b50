package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.ContainerFile;
import dev.vsh.driver.ContainerProcess;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.HostCheck;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The driver's looks into a running container from outside. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class LookInsideTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    @Test
    void processesHaveBothTheirNumbersAndTheContainersUsers() {
        BusyboxRoot root = sandbox.busyboxRoot();
        root.script("/script", "su alice -c 'exec sleep 1000' & exec sleep 2000");
        try (Connection connection = sandbox.connect()) {
            Domain domain =
                    connection.createDomain(sandbox.document(root).init("/script").document());
            List<ContainerProcess> processes =
                    Await.until(
                            "both commands",
                            domain::processes,
                            all -> commands(all).equals(List.of("sleep 2000", "sleep 1000")));

            assertEquals(List.of(1L, 2L), processes.stream().map(ContainerProcess::pid).toList());
            assertEquals(
                    List.of("root", "alice"),
                    processes.stream().map(ContainerProcess::user).toList());
            assertEquals(processes.getFirst().hostPid(), processes.get(1).hostParent());
            assertTrue(Files.exists(Path.of("/proc/" + processes.getFirst().hostPid())));
            domain.destroy();
        }
    }

    private static List<String> commands(List<ContainerProcess> processes) {
        return processes.stream().map(ContainerProcess::command).toList();
    }

    @Requires(Need.USER_NAMESPACES)
    @Test
    void usersOfAnIdMapAreThoseOfTheContainer() {
        BusyboxRoot root = sandbox.busyboxRoot();
        try (Connection connection = sandbox.connect()) {
            Domain domain =
                    connection.createDomain(
                            sandbox.document(root)
                                    .idMap(100_000, 65_536)
                                    .init("/bin/sleep", "1000")
                                    .document());

            assertEquals("root", domain.processes().getFirst().user());
            domain.destroy();
        }
    }

    @Test
    void linksOfAFolderLeadNowhereButIntoTheContainer() throws IOException {
        BusyboxRoot root = sandbox.busyboxRoot();
        Path secret = Files.createDirectory(sandbox.folder().resolve("secret"));
        Files.writeString(secret.resolve("treasure"), "");
        Files.createSymbolicLink(root.path("/out/absolute"), secret);
        Files.createSymbolicLink(root.path("/out/upwards"), Path.of("../../../../../.."));
        Files.createSymbolicLink(root.path("/out/process"), Path.of("/proc/1/root"));
        try (Connection connection = sandbox.connect()) {
            Domain domain =
                    connection.createDomain(
                            sandbox.document(root).init("/bin/sleep", "1000").document());

            assertEquals(
                    "absolute upwards/",
                    domain.files("/out").stream()
                            .filter(file -> !file.name().equals("process"))
                            .map(file -> file.name() + (file.isFolder() ? "/" : ""))
                            .sorted()
                            .collect(Collectors.joining(" ")));
            assertEquals(
                    ErrorCode.INVALID_ARG,
                    assertThrows(DriverException.class, () -> domain.files("/out/absolute"))
                            .code());
            assertTrue(domain.files("/out/upwards").contains(new ContainerFile("out", true)));
            assertThrows(DriverException.class, () -> domain.files("/out/process"));
            domain.destroy();
            assertThrows(DriverException.class, () -> domain.files("/"));
        }
    }

    @Test
    void doctorFindsThatContainersCanStartHere() {
        try (Connection connection = sandbox.connect()) {
            List<HostCheck> checks = connection.checkHost();

            assertFalse(checks.isEmpty());
            assertEquals(
                    Optional.empty(),
                    checks.stream()
                            .filter(check -> check.verdict() == HostCheck.Verdict.FAIL)
                            .findFirst());
        }
    }
}
