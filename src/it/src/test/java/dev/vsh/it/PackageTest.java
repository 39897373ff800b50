package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Tmux;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is shipped works on a machine that has no JDK, and goes without a trace. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class PackageTest {
    private static final Path SHIPPED = Checkout.folder().resolve("src/dist/target");

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    @Test
    void packageIsInstalledUsedAndRemoved() throws IOException {
        Path host = installed();

        Path home = host.resolve("opt/vsh");
        assertEquals(
                Path.of("/opt/vsh/bin/vsh"), Files.readSymbolicLink(host.resolve("usr/bin/vsh")));
        Path units = host.resolve("lib/systemd/system");
        assertTrue(Files.exists(units.resolve("vsh-guests.service")));
        assertTrue(Files.exists(units.resolve("vsh-guest-shutdown.target")));
        assertTrue(Files.exists(units.resolve("session-.scope.d/50-vsh.conf")));
        assertTrue(Files.exists(units.resolve("user@.service.d/50-vsh.conf")));
        assertTrue(found(host, "usr/share/man/man1/vsh.1").contains("containers the way"));
        assertTrue(found(host, "usr/share/man/man5/vsh-xml.5").contains("documents of containers"));
        assertTrue(
                found(host, "usr/share/bash-completion/completions/vsh")
                        .contains("complete -F _vsh"));
        assertTrue(found(host, "usr/share/zsh/vendor-completions/_vsh").startsWith("#compdef vsh"));
        startAndLookAtHelper(home);

        dpkg(host, "--remove", "vsh");
        assertFalse(Files.exists(home), "the package leaves something behind");
        assertFalse(Files.exists(host.resolve("usr/bin"), LinkOption.NOFOLLOW_LINKS));
    }

    /** A folder that would be the root of a host with nothing but the package. */
    private Path installed() throws IOException {
        Path host = sandbox.folder().resolve("host");
        Path database = Files.createDirectories(host.resolve("var/lib/dpkg/updates")).getParent();
        Files.createDirectory(database.resolve("info"));
        Files.createFile(database.resolve("status"));
        dpkg(host, "--install", shipped(".deb").toString());
        return host;
    }

    @Test
    @Requires({Need.TMUX, Need.OVERLAY, Need.BASH_COMPLETION})
    void bashFindsTheCompletionOfThePackageByItself() throws IOException {
        assertCompletes(
                onTopOfThisHost(installed()) + " bash --norc",
                ". /usr/share/bash-completion/bash_completion");
    }

    @Test
    @Requires({Need.TMUX, Need.OVERLAY, Need.ZSH})
    void zshFindsTheCompletionOfThePackageByItself() throws IOException {
        assertCompletes(
                onTopOfThisHost(installed()) + " zsh -f", "autoload -U compinit; compinit -u -D");
    }

    /** Runs what follows where the package's files are where it puts them, and everything else is this host's. */
    private String onTopOfThisHost(Path host) throws IOException {
        Path script = sandbox.folder().resolve("installed");
        Files.writeString(
                script,
                """
                for folder in usr opt; do
                    mount -t overlay overlay -o "lowerdir=$HOST/$folder:/$folder" "/$folder" || exit
                done
                exec "$@"
                """);
        return "HOST=" + host + " unshare --mount sh " + script;
    }

    /** What a program of the host finds by that name, were the folder the host. */
    private static String found(Path host, String name) throws IOException {
        Path target = Files.readSymbolicLink(host.resolve(name));
        return Files.readString(host.resolve(Path.of("/").relativize(target)));
    }

    @Test
    @Requires({Need.TMUX, Need.ZSH})
    void archiveIsUnpackedAndUsed() throws IOException {
        HostCommand.run(
                "tar", "-C", sandbox.folder().toString(), "-xzf", shipped(".tar.gz").toString());
        try (Stream<Path> unpacked = Files.list(sandbox.folder())) {
            Path home =
                    unpacked.filter(path -> path.getFileName().toString().startsWith("vsh-"))
                            .findFirst()
                            .orElseThrow();
            startAndLookAtHelper(home);
            String share = home.resolve("share").toString();
            String path = "PATH=" + home.resolve("bin") + ":$PATH ";
            assertCompletes(
                    path + "bash --norc", "source " + share + "/bash-completion/completions/vsh");
            assertCompletes(
                    path + "zsh -f",
                    "fpath=("
                            + share
                            + "/zsh/site-functions $fpath); autoload -U compinit;"
                            + " compinit -u -D");
        }
    }

    /** Commands, their options and what only vsh knows, by the keys that a user presses. */
    private void assertCompletes(String shell, String setUp) {
        try (Tmux terminal = Tmux.open(sandbox.folder(), 100, 30)) {
            terminal.enter(shell);
            terminal.enter(setUp + "; PS1='ready> '; clear");
            terminal.awaitScreen("ready>");
            terminal.type("vsh -c test:///default domst");
            terminal.press("Tab");
            terminal.awaitScreen(" domstat");
            terminal.type("e te");
            terminal.press("Tab");
            terminal.awaitScreen(" domstate test");
            terminal.type("--rea");
            terminal.press("Tab");
            terminal.awaitScreen(" --reason");
            terminal.press("Enter");
            terminal.awaitScreen("running (booted)");
        }
    }

    /** The helper runs on the JVM that came along, from a cache that fits that, and unpacks no library of JNA's. */
    private void startAndLookAtHelper(Path home) throws IOException {
        var document = sandbox.document(sandbox.busyboxRoot()).init("/bin/sleep", "1000");
        Path file = sandbox.folder().resolve("guest.xml");
        Files.writeString(file, document.xml());
        Vsh vsh = withoutJdk(home.resolve("bin/vsh"));
        assertEquals("", vsh.run("create", file.toString()).requireSuccess().errors());
        long helper = new Helpers(sandbox).any().orElseThrow().pid();
        assertEquals(
                home.resolve("runtime/bin/java"),
                Files.readSymbolicLink(Path.of("/proc/" + helper + "/exe")));
        String maps = Files.readString(Path.of("/proc/" + helper + "/maps"));
        assertTrue(maps.contains(home.resolve("lib/helper-").toString()), maps);
        assertTrue(maps.contains(home.resolve("native/linux-").toString()), maps);
        vsh.run("destroy", document.name()).requireSuccess();
    }

    /** In a mount namespace where the distribution's JVMs are gone. */
    private Vsh withoutJdk(Path launcher) {
        return sandbox.vsh()
                .at(launcher)
                .under(
                        "env",
                        "-u",
                        "JAVA_HOME",
                        "-u",
                        "VSH_JAVA_HOME",
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs none /usr/lib/jvm && exec \"$@\"",
                        "sh");
    }

    private static void dpkg(Path host, String... words) {
        HostCommand.run(
                Stream.concat(
                                // Of what it depends on, this host has nothing.
                                Stream.of("dpkg", "--root=" + host, "--force-depends"),
                                Stream.of(words))
                        .toArray(String[]::new));
    }

    private static Path shipped(String ending) throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending)).toList();
            assertEquals(1, found.size(), "files in " + SHIPPED + ": " + found);
            return found.getFirst();
        }
    }
}
