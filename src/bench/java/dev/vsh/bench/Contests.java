package dev.vsh.bench;

import dev.vsh.bench.Contender.Step;
import dev.vsh.driver.Domain;
import dev.vsh.driver.ExecEvent;
import dev.vsh.driver.ExecRequest;
import dev.vsh.driver.ExecStream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The works that are timed. */
final class Contests implements AutoCloseable {
    private static final int CROWD = 40;
    private static final int DEFINED = 500;
    private static final long MIB = 1024 * 1024;
    private static final String BUNDLE = "bench-bundle";
    private static final long CONSOLE_MIB = 64;
    private static final Duration CONSOLE_TIME = Duration.ofSeconds(10);

    /** Long enough for a helper to come up, so that a start finds it waiting. */
    private static final long COMING_UP_MILLIS = 400;

    private final Path javaHome;
    private final Path work;
    private final Documents documents;
    private final Ours ours;
    private final Peers peers;
    private final Program programs = new Program(Map.of());
    private final Deque<Step> last = new ArrayDeque<>();

    Contests(Path javaHome, Path work, Documents documents, Ours ours, Peers peers) {
        this.javaHome = javaHome;
        this.work = work;
        this.documents = documents;
        this.ours = ours;
        this.peers = peers;
    }

    private Contender java() {
        List<String> words = List.of(javaHome.resolve("bin/java").toString(), "-version");
        return Contender.of("java -version", () -> programs.run(words));
    }

    private static boolean lxc() {
        return Peers.has("lxc-start");
    }

    private static boolean libvirt() {
        return Peers.has("libvirtd") && Peers.has("virsh");
    }

    /** From the call until the init has been executed. */
    Contest start() throws Exception {
        Domain domain = ours.define(documents.of("bench-start"));
        List<Contender> contenders = new ArrayList<>();
        contenders.add(
                new Contender(
                        "open program",
                        () -> {
                            ours.connection().prepareStarts(1);
                            Thread.sleep(COMING_UP_MILLIS);
                        },
                        domain::start,
                        domain::destroy));
        contenders.add(
                new Contender(
                        "without a waiting helper", Step.NOTHING, domain::start, domain::destroy));
        if (lxc()) {
            contenders.add(
                    new Contender(
                            "lxc-start -d",
                            Step.NOTHING,
                            () -> peers.lxc("lxc-start", "bench", "-d"),
                            () -> peers.lxc("lxc-stop", "bench", "-k")));
        }
        if (libvirt()) {
            contenders.add(
                    new Contender(
                            "virsh start",
                            Step.NOTHING,
                            () -> peers.virsh("start", "bench"),
                            () -> peers.virsh("destroy", "bench")));
        }
        for (String runner : Peers.bundleRunners()) {
            contenders.add(
                    new Contender(
                            runner + " run -d",
                            Step.NOTHING,
                            () -> runBundle(runner),
                            () -> deleteBundle(runner)));
        }
        return new Contest(
                "start",
                contenders,
                List.of(
                        new Goal("open program", "lxc-start -d", 1),
                        new Goal("open program", "virsh start", 1)));
    }

    private void runBundle(String runner) throws IOException, InterruptedException {
        Path bundle = Files.createDirectories(work.resolve("bundle"));
        Files.writeString(bundle.resolve("config.json"), documents.bundle());
        peers.runBundle(runner, "run", "-d", "-b", bundle.toString(), BUNDLE);
    }

    private void deleteBundle(String runner) throws IOException, InterruptedException {
        peers.runBundle(runner, "delete", "-f", BUNDLE);
    }

    /** From the call until nothing is left. */
    Contest destroy() {
        Domain domain = ours.define(documents.of("bench-destroy"));
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Contender("open program", domain::start, domain::destroy, Step.NOTHING));
        if (lxc()) {
            contenders.add(
                    new Contender(
                            "lxc-stop -k",
                            () -> peers.lxc("lxc-start", "bench", "-d"),
                            () -> peers.lxc("lxc-stop", "bench", "-k"),
                            Step.NOTHING));
        }
        if (libvirt()) {
            contenders.add(
                    new Contender(
                            "virsh destroy",
                            () -> peers.virsh("start", "bench"),
                            () -> peers.virsh("destroy", "bench"),
                            Step.NOTHING));
        }
        for (String runner : Peers.bundleRunners()) {
            contenders.add(
                    new Contender(
                            runner + " delete -f",
                            () -> runBundle(runner),
                            () -> deleteBundle(runner),
                            Step.NOTHING));
        }
        return new Contest(
                "destroy",
                contenders,
                List.of(
                        new Goal("open program", "lxc-stop -k", 1),
                        new Goal("open program", "virsh destroy", 1 / 20.0)));
    }

    /** One command in a process of its own. */
    Contest oneShot() {
        Domain domain = ours.define(documents.of("bench-one"));
        Domain running = ours.define(documents.of("bench-two"));
        running.start();
        List<Contender> contenders = new ArrayList<>();
        contenders.add(java());
        contenders.add(
                new Contender(
                        "vsh start",
                        Step.NOTHING,
                        () -> ours.vsh("start", "bench-one"),
                        domain::destroy));
        contenders.add(Contender.of("vsh list", () -> ours.vsh("list")));
        contenders.add(Contender.of("vsh domstate", () -> ours.vsh("domstate", "bench-two")));
        contenders.add(Contender.of("vsh dominfo", () -> ours.vsh("dominfo", "bench-two")));
        if (libvirt()) {
            contenders.add(Contender.of("virsh list", () -> peers.virsh("list")));
        }
        if (lxc()) {
            contenders.add(Contender.of("lxc-ls", () -> peers.lxcList()));
        }
        return new Contest(
                "one-shot",
                contenders,
                List.of(
                        new Goal("vsh start", "java -version", 3.5),
                        new Goal("vsh list", "java -version", 2.5),
                        new Goal("vsh domstate", "java -version", 2.5),
                        new Goal("vsh dominfo", "java -version", 2.5)));
    }

    /** Until somebody can type. */
    Contest prompt() {
        return new Contest(
                "prompt",
                List.of(java(), Contender.of("vsh", this::openShell)),
                List.of(new Goal("vsh", "java -version", 6)));
    }

    private void openShell() throws IOException, InterruptedException {
        Process shell = ours.startVshInTerminal();
        // Typed ahead: it is answered by a shell that takes keys, and by no other.
        shell.getOutputStream().write("quit\r".getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
        // The line editor asks for pasted text to be marked when it begins to take keys.
        Program.await(shell, "\033[?2004h");
        shell.getInputStream().readAllBytes();
        shell.waitFor();
    }

    /** Forty starts, one after another, that one process is told of at once. */
    Contest batch() throws Exception {
        List<Domain> domains = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            domains.add(ours.define(documents.of("bench-crowd" + i)));
        }
        List<Contender> contenders = new ArrayList<>();
        String starts = sequence("start bench-crowd", CROWD);
        contenders.add(
                new Contender(
                        "vsh",
                        Step.NOTHING,
                        () -> ours.vsh(starts),
                        () -> domains.forEach(Domain::destroy)));
        if (libvirt()) {
            for (int i = 0; i < CROWD; i++) {
                peers.virshDefine("bench-crowd" + i, documents.of("bench-crowd" + i));
            }
            contenders.add(
                    new Contender(
                            "virsh",
                            Step.NOTHING,
                            () -> peers.virsh(starts),
                            () -> peers.virsh(sequence("destroy bench-crowd", CROWD))));
        }
        if (lxc()) {
            for (int i = 0; i < CROWD; i++) {
                peers.makeLxcContainer("bench-crowd" + i, documents.root());
            }
            contenders.add(
                    new Contender(
                            "lxc-start -d, 40 times",
                            Step.NOTHING,
                            () -> eachLxc("lxc-start", "-d"),
                            () -> eachLxc("lxc-stop", "-k")));
        }
        return new Contest("batch", contenders, List.of(new Goal("vsh", "virsh", 0.5)));
    }

    private void eachLxc(String tool, String option) throws Exception {
        for (int i = 0; i < CROWD; i++) {
            peers.lxc(tool, "bench-crowd" + i, option);
        }
    }

    private static String sequence(String command, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> command + number)
                .collect(Collectors.joining("; "));
    }

    /** A long list against a short one. */
    Contest list(Ours few) {
        last.push(few::close);
        few.define(documents.of("bench-only"));
        few.define(documents.of("bench-running")).start();
        for (int i = 0; i < DEFINED; i++) {
            Domain domain = ours.define(documents.of("bench-many" + i));
            if (i < CROWD) {
                domain.start();
            }
        }
        return new Contest(
                "list",
                List.of(
                        Contender.of("500 defined, 40 running", () -> ours.vsh("list", "--all")),
                        Contender.of("1 defined, 1 running", () -> few.vsh("list", "--all"))),
                List.of(new Goal("500 defined, 40 running", "1 defined, 1 running", 2)));
    }

    /** A long document against a short one. */
    Contest define() throws IOException {
        String small = file("small", documents.of("bench-small"));
        String notes = file("notes", documents.withMetadata("bench-notes", 985));
        String devices = file("devices", documents.withFilesystems("bench-devices", 985));
        return new Contest(
                "define",
                List.of(
                        Contender.of("20 lines", () -> ours.vsh("define", small)),
                        Contender.of("1000 of metadata", () -> ours.vsh("define", notes)),
                        Contender.of("1000 of filesystems", () -> ours.vsh("define", devices))),
                List.of(
                        new Goal("1000 of metadata", "20 lines", 2),
                        new Goal("1000 of filesystems", "20 lines", 2)));
    }

    private String file(String name, String document) throws IOException {
        Path file = work.resolve(name + ".xml");
        Files.writeString(file, document);
        return file.toString();
    }

    /**
     * A MiB that a container prints to a console, from a key that it waits for until the last byte of 64, or of what came
     * in a few seconds: libvirt's console may stand still for ever.
     */
    Contest console() throws Exception {
        String document = documents.printing("bench-console", CONSOLE_MIB);
        Domain domain = ours.define(document);
        List<Contender> contenders = new ArrayList<>();
        contenders.add(
                reading(
                        "vsh, a MiB",
                        domain::start,
                        () -> ours.startVshInTerminal("console", "bench-console"),
                        domain::destroy));
        if (libvirt()) {
            peers.virshDefine("bench-console", document);
            contenders.add(
                    reading(
                            "virsh, a MiB",
                            () -> peers.virsh("start", "bench-console"),
                            () -> peers.virshInTerminal("console", "bench-console"),
                            () -> peers.virsh("destroy", "bench-console")));
        }
        return new Contest(
                "console", contenders, List.of(new Goal("vsh, a MiB", "virsh, a MiB", 1 / 3.0)));
    }

    private static Contender reading(String name, Step start, Callable<Process> attach, Step end) {
        AtomicReference<Process> client = new AtomicReference<>();
        AtomicLong bytes = new AtomicLong();
        return new Contender(
                name,
                () -> (double) Math.max(bytes.get(), 1) / MIB,
                () -> {
                    start.run();
                    client.set(attach.call());
                    Program.await(client.get(), "Escape character");
                },
                () -> {
                    client.get().getOutputStream().write('\n');
                    client.get().getOutputStream().flush();
                    bytes.set(Program.read(client.get(), "printed-all", CONSOLE_TIME));
                },
                () -> {
                    client.get().destroyForcibly().waitFor();
                    end.run();
                });
    }

    /** A command in a running container, until its exit status is known. */
    Contest exec() throws Exception {
        Domain domain = ours.define(documents.of("bench-exec"));
        domain.start();
        List<Contender> contenders = new ArrayList<>();
        contenders.add(Contender.of("open program", () -> exec(domain)));
        contenders.add(Contender.of("vsh exec", () -> ours.vsh("exec", "bench-exec", "/bin/true")));
        if (lxc()) {
            peers.makeLxcContainer("bench-exec", documents.root());
            peers.lxc("lxc-start", "bench-exec", "-d");
            last.push(() -> peers.lxc("lxc-stop", "bench-exec", "-k"));
            contenders.add(
                    Contender.of(
                            "lxc-attach",
                            () -> peers.lxc("lxc-attach", "bench-exec", "--", "/bin/true")));
        }
        return new Contest("exec", contenders, List.of(new Goal("open program", "lxc-attach", 1)));
    }

    /** Undoes what is none of our domains. */
    @Override
    public void close() throws Exception {
        while (!last.isEmpty()) {
            last.pop().run();
        }
    }

    private static void exec(Domain domain) throws IOException {
        try (ExecStream stream = domain.exec(ExecRequest.of("/bin/true"))) {
            ExecEvent event = stream.next();
            while (!(event instanceof ExecEvent.Ended)) {
                event = stream.next();
            }
        }
    }
}
