package dev.vsh.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Those whom users compare us with, as far as they are installed. */
final class Peers implements AutoCloseable {
    private final Program programs = new Program(Map.of());
    private final Path checkout;
    private final Path work;
    private Optional<Process> libvirtd = Optional.empty();

    Peers(Path checkout, Path work) {
        this.checkout = checkout;
        this.work = work;
    }

    static boolean has(String program) {
        return Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** LXC's tools know a container by its folder. */
    void makeLxcContainer(String name, Path root) throws IOException {
        Path folder = Files.createDirectories(work.resolve("lxc").resolve(name));
        Files.writeString(
                folder.resolve("config"),
                """
                lxc.rootfs.path = dir:%s
                lxc.init.cmd = /bin/sleep 100000
                lxc.uts.name = %s
                lxc.apparmor.profile = unconfined
                lxc.net.0.type = empty
                lxc.mount.auto = proc:mixed sys:ro cgroup:mixed
                lxc.autodev = 1
                lxc.pty.max = 16
                lxc.cgroup.memory.limit_in_bytes = 64M
                """
                        .formatted(root, name));
    }

    String lxc(String tool, String name, String... words) throws IOException, InterruptedException {
        return programs.run(
                Stream.concat(
                                Stream.of(tool, "-P", work.resolve("lxc").toString(), "-n", name),
                                Stream.of(words))
                        .toList());
    }

    String lxcList() throws IOException, InterruptedException {
        return programs.run(List.of("lxc-ls", "-P", work.resolve("lxc").toString()));
    }

    /** Those that run bundles of the Open Container Initiative, of which some are installed. */
    static List<String> bundleRunners() {
        return Stream.of("crun", "runc").filter(Peers::has).toList();
    }

    /** With mounts of their own, for they refuse a host that has cgroup v1 and v2; their container has what they write to. */
    String runBundle(String runner, String... words) throws IOException, InterruptedException {
        return programs.run(
                Stream.concat(
                                Stream.of(
                                        "unshare",
                                        "--mount",
                                        "/bin/sh",
                                        "-c",
                                        "umount /sys/fs/cgroup/unified 2>/dev/null; exec \"$@\" >/dev/null 2>&1",
                                        "sh",
                                        runner,
                                        "--root",
                                        work.resolve(runner + "-state").toString()),
                                Stream.of(words))
                        .toList());
    }

    /** Starts a daemon of our own. */
    void startLibvirt() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("libvirt"));
        Process daemon =
                new ProcessBuilder(
                                checkout.resolve("src/it/libvirtd").toString(), folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("daemon.log").toFile())
                        .start();
        libvirtd = Optional.of(daemon);
        File socket = folder.resolve("run/libvirt/libvirt-sock").toFile();
        while (!socket.exists()) {
            if (!daemon.isAlive()) {
                throw new IOException(Files.readString(folder.resolve("daemon.log")));
            }
            Thread.sleep(50);
        }
    }

    String libvirtUri() {
        return "lxc+unix:///system?socket=" + work.resolve("libvirt/run/libvirt/libvirt-sock");
    }

    String virsh(String... words) throws IOException, InterruptedException {
        return programs.run(
                Stream.concat(Stream.of("virsh", "-q", "-c", libvirtUri()), Stream.of(words))
                        .toList());
    }

    /** virsh in a terminal. Not quiet: what a console says first is waited for. */
    Process virshInTerminal(String... words) throws IOException {
        return programs.start(
                List.of(
                        "script",
                        "-qec",
                        "virsh -c " + libvirtUri() + " " + String.join(" ", words),
                        "/dev/null"));
    }

    void virshDefine(String name, String document) throws IOException, InterruptedException {
        Path file = work.resolve(name + ".xml");
        Files.writeString(file, document);
        virsh("define", file.toString());
    }

    @Override
    public void close() {
        libvirtd.ifPresent(daemon -> daemon.destroyForcibly().onExit().join());
        for (File hierarchy : folders(new File("/sys/fs/cgroup"))) {
            for (File group : folders(new File(hierarchy, "machine"))) {
                if (group.getName().contains("bench") && group.getName().endsWith(".libvirt-lxc")) {
                    group.delete();
                }
            }
        }
    }

    private static List<File> folders(File of) {
        File[] found = of.listFiles(File::isDirectory);
        return found == null ? List.of() : List.of(found);
    }
}
