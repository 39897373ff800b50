package dev.vsh.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.launcher.Launcher.Launch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class LauncherCheckoutTest {
    private static final FileTime BEFORE = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private final Path checkout;
    private final Path source;
    private final Path builds;
    private final Launcher launcher;

    LauncherCheckoutTest(@TempDir Path folder) throws IOException {
        checkout = folder.resolve("checkout");
        builds = folder.resolve("builds");
        source = Script.text(checkout.resolve("driver/src/main/java/A.java"), "");
        Script.text(checkout.resolve("pom.xml"), "");
        Script.text(checkout.resolve("vsh/pom.xml"), "");
        makeSourcesOld();
        Script.write(
                folder.resolve("bin/mvn"),
                """
                echo build >>'%s'
                mkdir -p '%s/vsh/target/dist/lib'
                : >'%2$s/vsh/target/dist/lib/vsh.jar'
                """
                        .formatted(builds, checkout));
        launcher =
                Launcher.in(checkout.resolve("vsh"))
                        .with("PATH", folder.resolve("bin") + ":/usr/bin:/bin")
                        .with("VSH_JAVA_HOME", Script.jdk(folder.resolve("jdk"), "25", "x86_64"));
    }

    private void makeSourcesOld() throws IOException {
        try (var files = Files.walk(checkout)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, BEFORE);
            }
        }
    }

    private long builds() throws IOException {
        return Files.readAllLines(builds).size();
    }

    @Test
    void buildsOnFirstUseAndSaysSo() throws IOException {
        Launch launch = launcher.run("list");
        assertEquals(
                "vsh: building (the first use takes about a minute) …", launch.lines().getFirst());
        assertEquals("list", launch.lines().getLast());
        assertEquals(1, builds());
    }

    @Test
    void doesNotBuildAgain() throws IOException {
        launcher.run();
        launcher.run();
        assertEquals(1, builds());
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException {
        launcher.run();
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        Launch launch = launcher.run();
        assertEquals("vsh: building (the sources have changed) …", launch.lines().getFirst());
        assertEquals(2, builds());
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws IOException {
        launcher.run();
        Files.delete(source);
        Files.setLastModifiedTime(source.getParent(), FileTime.from(Instant.now().plusSeconds(1)));
        launcher.run();
        assertEquals(2, builds());
    }

    @Test
    void buildsOnceForManyAtATime() throws IOException {
        List<Process> launches = IntStream.range(0, 8).mapToObj(_ -> launcher.start()).toList();
        for (Process launch : launches) {
            assertEquals(0, Launcher.finish(launch).status());
        }
        assertEquals(1, builds());
    }

    @Test
    void namesTheLogOfABuildThatFailed(@TempDir Path folder) {
        Script.write(folder.resolve("mvn"), "echo '[INFO] begun'; echo '[ERROR] no'; exit 1\n");
        Launch launch = launcher.with("PATH", folder + ":/usr/bin:/bin").run();
        assertEquals(1, launch.status());
        assertEquals(
                List.of(
                        "[ERROR] no",
                        "vsh: the build failed, all its output is in "
                                + checkout
                                + "/vsh/target/build.log"),
                launch.lines().subList(1, 3));
    }

    @Test
    void asksForMavenWhereThereIsNone(@TempDir Path tools) throws IOException {
        for (String tool : List.of("find", "mkdir", "flock", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        Launch launch = launcher.with("PATH", tools).run();
        assertEquals(
                new Launch(1, List.of("vsh: must be built, but there is no mvn: install maven")),
                launch);
    }

    @Test
    void leavesTheLockToNobody(@TempDir Path folder) {
        Path jdk = Script.jdk(folder, "25", "x86_64");
        Script.write(jdk.resolve("bin/java"), "ls -l /proc/$$/fd\n");
        Launch launch = launcher.with("VSH_JAVA_HOME", jdk).run();
        assertTrue(
                launch.lines().stream().noneMatch(line -> line.contains("build.lock")),
                launch::toString);
    }
}
