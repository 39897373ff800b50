package dev.vsh.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Runs the contests that were asked for. */
final class Comparison {
    private static final int ROUNDS = 20;

    private final Path checkout;
    private final Path shipped;
    private final Path javaHome;
    private final Path work;
    private final int rounds;
    private final Set<String> wanted;
    private final PrintStream out = System.out;
    private final Random random = new Random(1);

    private Comparison(Path checkout, Path javaHome, Path work, int rounds, List<String> wanted) {
        this.checkout = checkout;
        this.shipped = checkout.resolve("src/dist/target/vsh");
        this.javaHome = javaHome;
        this.work = work;
        this.rounds = rounds;
        this.wanted = Set.copyOf(wanted);
    }

    /**
     * @param arguments the checkout, the JDK, an empty folder but for root/, how many rounds, which works
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        int rounds = words.size() > 3 ? Integer.parseInt(words.get(3)) : ROUNDS;
        new Comparison(
                        Path.of(words.get(0)),
                        Path.of(words.get(1)),
                        Path.of(words.get(2)),
                        rounds,
                        words.subList(Math.min(4, words.size()), words.size()))
                .run();
    }

    private void run() throws Exception {
        Documents documents = new Documents(work.resolve("root"));
        try (Peers peers = new Peers(checkout, work)) {
            if (Peers.has("lxc-start")) {
                peers.makeLxcContainer("bench", documents.root());
            }
            if (Peers.has("libvirtd")) {
                peers.startLibvirt();
                peers.virshDefine("bench", documents.of("bench"));
            }
            compete("start", peers, Contests::start);
            compete("destroy", peers, Contests::destroy);
            compete("one-shot", peers, Contests::oneShot);
            compete("prompt", peers, Contests::prompt);
            compete("exec", peers, Contests::exec);
            compete("define", peers, Contests::define);
            compete("console", peers, Contests::console);
            compete("batch", peers, Contests::batch);
            compete("list", peers, this::list);
            crowd(peers);
        }
    }

    /** What a work is, and who does it. */
    @FunctionalInterface
    private interface Making {
        Contest make(Contests contests) throws Exception;
    }

    private void compete(String name, Peers peers, Making making) throws Exception {
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return;
        }
        try (Ours ours = new Ours(shipped, work, "vsh-" + name);
                Contests contests = contests(peers, ours)) {
            making.make(contests).run(rounds, random, out);
        }
    }

    private Contests contests(Peers peers, Ours ours) {
        return new Contests(javaHome, work, new Documents(work.resolve("root")), ours, peers);
    }

    private Contest list(Contests contests) {
        return contests.list(new Ours(shipped, work, "vsh-few"));
    }

    private void crowd(Peers peers) throws Exception {
        if (wanted.isEmpty() || wanted.contains("crowd")) {
            try (Ours ours = new Ours(shipped, work, "vsh-crowd")) {
                new Crowd(ours, new Documents(work.resolve("root"))).look(out);
            }
        }
    }
}
