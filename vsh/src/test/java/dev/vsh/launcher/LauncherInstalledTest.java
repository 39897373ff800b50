package dev.vsh.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.launcher.Launcher.Launch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

class LauncherInstalledTest {
    private final Path home;
    private final Path jdk25;
    private final Path jdk17;
    private final Launcher launcher;

    LauncherInstalledTest(@TempDir Path folder) {
        home = folder.resolve("an installation");
        jdk25 = Script.jdk(folder.resolve("jdk25"), "25.0.3", "x86_64");
        jdk17 = Script.jdk(folder.resolve("jdk17"), "17.0.15", "x86_64");
        launcher = Launcher.in(home);
    }

    @BeforeEach
    void install() {
        Script.text(home.resolve("lib/vsh.jar"), "");
    }

    @Test
    void passesArgumentsOnAsTheyAre() {
        Launch launch = launcher.with("VSH_JAVA_HOME", jdk25).run("start", "a b", "", "*");
        List<String> lines = launch.lines();
        assertEquals(
                List.of(
                        "-cp",
                        home + "/lib/vsh.jar",
                        "dev.vsh.shell.Main",
                        "start",
                        "a b",
                        "",
                        "*"),
                lines.subList(lines.size() - 7, lines.size()));
    }

    @Test
    void takesVshJavaHomeBeforeJavaHome(@TempDir Path folder) {
        Path other = Script.jdk(folder.resolve("jdk26"), "26-ea", "x86_64");
        launcher.with("VSH_JAVA_HOME", jdk25).with("JAVA_HOME", other);
        assertTrue(launcher.run().usedJdk(jdk25));
    }

    @Test
    void takesJavaHomeBeforeWhatIsInstalled() {
        assertTrue(launcher.with("JAVA_HOME", jdk25).run().usedJdk(jdk25));
    }

    @Test
    void refusesVshJavaHomeThatIsTooOld() {
        Launch launch = launcher.with("VSH_JAVA_HOME", jdk17).with("JAVA_HOME", jdk25).run();
        assertEquals(
                new Launch(1, List.of("vsh: VSH_JAVA_HOME=" + jdk17 + " is not a JDK 25 or newer")),
                launch);
    }

    @Test
    void passesOverJavaHomeThatIsTooOld() {
        assertFalse(launcher.with("JAVA_HOME", jdk17).run().usedJdk(jdk17));
    }

    @Test
    void givesJnaTheLibraryOfTheJdksArchitecture(@TempDir Path folder) throws IOException {
        Path arm = Script.jdk(folder, "25", "aarch64");
        Path library = Files.createDirectories(home.resolve("native/linux-aarch64"));
        List<String> lines = launcher.with("VSH_JAVA_HOME", arm).run().lines();
        assertTrue(lines.contains("-Djna.boot.library.path=" + library), lines::toString);
        assertTrue(lines.contains("-Djna.nounpack=true"), lines::toString);
    }

    @Test
    void letsJnaUnpackItsLibraryForAnotherArchitecture(@TempDir Path folder) {
        Path jdk = Script.jdk(folder, "25", "riscv64");
        List<String> lines = launcher.with("VSH_JAVA_HOME", jdk).run().lines();
        assertFalse(lines.contains("-Djna.nounpack=true"), lines::toString);
    }

    private boolean usesCache() {
        List<String> lines = launcher.with("VSH_JAVA_HOME", jdk25).run().lines();
        return lines.contains("-XX:AOTCache=" + home + "/lib/vsh-abc.aot");
    }

    private void makeCache() throws IOException {
        Script.text(home.resolve("lib/jars.id"), "abc\n");
        Script.text(home.resolve("lib/vsh-abc.aot"), "");
        Files.setLastModifiedTime(
                home.resolve("lib/vsh.jar"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    @Test
    void usesAnAotCacheOnlyWhereThereIsOne() throws IOException {
        assertFalse(usesCache());
        makeCache();
        assertTrue(usesCache());
    }

    @Test
    void passesOverAnAotCacheOfOtherJars() throws IOException {
        makeCache();
        Script.text(home.resolve("lib/jars.id"), "def\n");
        assertFalse(usesCache());
    }

    @Test
    void passesOverAnAotCacheOlderThanAJar() throws IOException {
        makeCache();
        Path jar = Script.text(home.resolve("lib/another.jar"), "");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(1)));
        assertFalse(usesCache());
    }

    @Test
    void findsItselfThroughALink(@TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("vsh"), launcher.command());
        Launch launch = new Launcher(link).with("VSH_JAVA_HOME", jdk25).run();
        assertTrue(launch.lines().contains(home + "/lib/vsh.jar"), launch::toString);
    }

    @Test
    void saysThatAnInstallationIsIncomplete() throws IOException {
        Files.delete(home.resolve("lib/vsh.jar"));
        Launch launch = launcher.with("VSH_JAVA_HOME", jdk25).run();
        assertEquals(
                new Launch(
                        1,
                        List.of(
                                "vsh: "
                                        + home
                                        + "/lib/vsh.jar is missing: this is no complete"
                                        + " installation")),
                launch);
    }
}
