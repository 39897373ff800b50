package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Installation;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Caches that fit are used, and those that do not change nothing. */
@Order(3)
@Requires({Need.ROOT, Need.BUSYBOX})
final class AotCacheTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Installation installation;
    private Vsh vsh;
    private String name;

    @BeforeEach
    void install() throws IOException {
        installation = Installation.in(sandbox.folder());
        vsh = sandbox.vsh().at(installation.launcher());
        var document = sandbox.document(sandbox.busyboxRoot()).init("/bin/sleep", "1000");
        name = document.name();
        Files.writeString(sandbox.folder().resolve("guest.xml"), document.xml());
    }

    /** The helper's memory map when a domain runs. */
    private String helperMaps() throws IOException {
        Path document = sandbox.folder().resolve("guest.xml");
        assertEquals("", vsh.run("create", document.toString()).requireSuccess().errors());
        long helper = new Helpers(sandbox).any().orElseThrow().pid();
        return Files.readString(Path.of("/proc/" + helper + "/maps"));
    }

    private Path cache(String kind) throws IOException {
        Path lib = installation.folder().resolve("lib");
        String id = Files.readString(lib.resolve("jars.id")).strip();
        return lib.resolve(kind + "-" + id + ".aot");
    }

    /** Also in another place than where it was made. */
    @Test
    void helperMapsTheCacheBesideItsJar() throws IOException {
        assertTrue(helperMaps().contains(cache("helper").toString()));
    }

    @Test
    void shellMapsTheCacheBesideItsJar() throws IOException {
        Process shell = vsh.start();
        try {
            shell.getOutputStream().write("echo ready\n".getBytes(StandardCharsets.UTF_8));
            shell.getOutputStream().flush();
            shell.getInputStream().readNBytes("ready\n".length());
            String maps = Files.readString(Path.of("/proc/" + shell.pid() + "/maps"));
            assertTrue(maps.contains(cache("vsh").toString()), maps);
        } finally {
            shell.destroyForcibly().onExit().join();
        }
    }

    /** What the launcher hands to the JVM: commands that look are gone before anybody could see what they map. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    look, list --all
                    look, -q -c test:///default domstate test
                    look, --readonly dominfo test
                    vsh,  -q -c test:///default
                    vsh,  define list
                    vsh,  list-all
                    """)
    void commandsThatLookHaveACacheOfTheirOwn(String kind, String words) throws IOException {
        Path jdk = sandbox.folder().resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\nOS_ARCH=\"x86_64\"\n");
        Path java = Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        List<String> command =
                new ArrayList<>(List.of("env", "VSH_JAVA_HOME=" + jdk, vsh.launcher().toString()));
        command.addAll(List.of(words.split(" ")));
        String arguments = HostCommand.run(command.toArray(String[]::new));

        assertTrue(arguments.contains("-XX:AOTCache=" + cache(kind) + " "), arguments);
    }

    @Test
    void cachesOfOtherJarsArePassedOverInSilence() throws IOException {
        HostCommand.run("sh", "-c", "touch '" + installation.folder() + "'/lib/*.jar");
        assertFalse(helperMaps().contains(".aot"));
    }

    @Test
    void brokenCachesArePassedOverInSilence() throws IOException {
        Files.writeString(cache("vsh"), "no cache");
        Files.writeString(cache("look"), "no cache");
        Files.writeString(cache("helper"), "no cache");
        helperMaps();
        assertEquals("running", vsh.run("domstate", name).requireSuccess().out().strip());
    }

    @Test
    void installationWorksWithoutCaches() throws IOException {
        Files.delete(cache("vsh"));
        Files.delete(cache("look"));
        Files.delete(cache("helper"));
        assertFalse(helperMaps().contains(".aot"));
    }

    @Test
    void cachesCanBeMadeWithoutRoot() throws IOException {
        Files.delete(cache("vsh"));
        Files.delete(cache("look"));
        Files.delete(cache("helper"));
        HostCommand.run("chown", "-R", "65534:65534", installation.folder().toString());
        HostCommand.run(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                installation.folder().resolve("bin/vsh-train").toString());
        assertTrue(helperMaps().contains(cache("helper").toString()));
    }
}
