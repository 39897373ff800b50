package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** Scripts that are run at moments of a container's life. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class HooksTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Vsh vsh;
    private Path seen;
    private Path script;

    @BeforeEach
    void makeHook() throws IOException {
        vsh = sandbox.vsh();
        script = sandbox.embedRoot().resolve("etc/hooks/lxc");
        seen = sandbox.folder().resolve("seen");
        Files.createDirectories(Objects.requireNonNull(script.getParent()));
        Files.writeString(
                script,
                """
                #!/bin/sh
                grep -q "<name>$1</name>" && echo $2 >>%s
                [ ! -e %s-$2 ]
                """
                        .formatted(seen, seen));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** It is no file of the driver's, of which none may be left. */
    @AfterEach
    void removeHook() throws IOException {
        Files.delete(script);
        Files.delete(Objects.requireNonNull(script.getParent()));
    }

    private String file(String... init) throws IOException {
        Path file = sandbox.folder().resolve("domain.xml");
        String xml =
                sandbox.document(sandbox.busyboxRoot())
                        .init(init[0], List.of(init).subList(1, init.length).toArray(String[]::new))
                        .xml();
        return Files.writeString(file, xml).toString();
    }

    private List<String> moments() throws IOException {
        return Files.exists(seen) ? Files.readAllLines(seen) : List.of();
    }

    @Test
    void everyMomentOfALifeIsHeardOf() throws IOException {
        vsh.run("create", file("/bin/sleep", "1000")).requireSuccess();
        assertEquals(List.of("prepare", "start", "started"), moments());
        vsh.run("destroy", name()).requireSuccess();
        assertEquals(List.of("prepare", "start", "started", "stopped", "release"), moments());
    }

    private String name() {
        return vsh.run("list", "--name").requireSuccess().out().strip();
    }

    @Test
    void endIsHeardOfWhenNobodyLooks() throws IOException {
        vsh.run("create", file("/bin/true")).requireSuccess();
        Await.until("the hooks of the end", this::momentsOrNone, all -> all.contains("release"));
        assertEquals(List.of("prepare", "start", "started", "stopped", "release"), moments());
    }

    private List<String> momentsOrNone() {
        try {
            return moments();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachOfTheFirstThreeCanForbidAStart() throws IOException {
        for (String moment : List.of("prepare", "start", "started")) {
            Path forbidding = Files.createFile(Path.of(seen + "-" + moment));
            Vsh.Result refused = vsh.run("create", file("/bin/sleep", "1000"));
            assertEquals(1, refused.status());
            assertTrue(
                    refused.errors().contains("(" + moment + " begin) of domain"),
                    refused.errors());
            assertEquals(moment.equals("prepare") ? "prepare" : "release", moments().getLast());
            Files.delete(forbidding);
        }
    }

    @Test
    void failureAtTheEndEndsTheContainerAllTheSame() throws IOException {
        Files.createFile(Path.of(seen + "-stopped"));
        vsh.run("create", file("/bin/sleep", "1000")).requireSuccess();
        vsh.run("destroy", name()).requireSuccess();
        assertEquals("release", moments().getLast());
        assertEquals("", name());
    }
}
