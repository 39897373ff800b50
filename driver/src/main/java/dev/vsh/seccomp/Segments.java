package dev.vsh.seccomp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The numbers of one ABI, cut where the verdict changes. */
final class Segments {
    /** Calls of x32, a way to use 64-bit registers with 32-bit addresses, have this bit; nobody uses it, and few check it. */
    static final long X32_BIT = 0x4000_0000L;

    /** The calls that socketcall(2) and ipc(2) make for others. */
    private static final Map<String, Set<String>> MULTIPLEXED =
            Map.of(
                    "socketcall",
                    Set.of(
                            "accept",
                            "accept4",
                            "bind",
                            "connect",
                            "getpeername",
                            "getsockname",
                            "getsockopt",
                            "listen",
                            "recv",
                            "recvfrom",
                            "recvmmsg",
                            "recvmsg",
                            "send",
                            "sendmmsg",
                            "sendmsg",
                            "sendto",
                            "setsockopt",
                            "shutdown",
                            "socket",
                            "socketpair"),
                    "ipc",
                    Set.of(
                            "msgctl",
                            "msgget",
                            "msgrcv",
                            "msgsnd",
                            "semctl",
                            "semget",
                            "semop",
                            "semtimedop",
                            "shmat",
                            "shmctl",
                            "shmdt",
                            "shmget"));

    /**
     * @param from the first number that the verdict is about; it holds up to the next segment
     */
    record Segment(long from, Verdict verdict) {}

    private final SyscallTable table;
    private final SyscallPolicy policy;

    Segments(SyscallTable table, SyscallPolicy policy) {
        this.table = table;
        this.policy = policy;
    }

    /** In the order of numbers; the first begins at 0, and neighbours differ. */
    List<Segment> of(Abi abi) {
        Map<Long, Verdict> cuts = new TreeMap<>(Map.of(0L, new Verdict.Allow()));
        Map<Long, Verdict> verdicts = verdicts(abi);
        verdicts.keySet().forEach(number -> cuts.put(number + 1, new Verdict.Allow()));
        cuts.putAll(verdicts);
        if (abi == Abi.X86_64) {
            cuts.put(X32_BIT, Verdict.MISSING);
        }
        List<Segment> segments = new ArrayList<>();
        cuts.forEach(
                (from, verdict) -> {
                    if (segments.isEmpty() || !segments.getLast().verdict().equals(verdict)) {
                        segments.add(new Segment(from, verdict));
                    }
                });
        return segments;
    }

    private Map<Long, Verdict> verdicts(Abi abi) {
        Map<Long, Verdict> verdicts = new TreeMap<>();
        for (String name : table.names()) {
            table.number(abi, name)
                    .ifPresent(
                            number ->
                                    verdict(abi, name)
                                            .ifPresent(each -> verdicts.put((long) number, each)));
        }
        return verdicts;
    }

    /** What is refused must not be had the other way round: then the multiplexer goes too, and programs do without. */
    private Optional<Verdict> verdict(Abi abi, String name) {
        Optional<Verdict> own = Optional.ofNullable(policy.verdicts().get(name));
        boolean leads =
                abi.hasMultiplexers()
                        && MULTIPLEXED.getOrDefault(name, Set.of()).stream()
                                .anyMatch(policy.verdicts()::containsKey);
        return leads ? own.or(() -> Optional.of(Verdict.MISSING)) : own;
    }
}
