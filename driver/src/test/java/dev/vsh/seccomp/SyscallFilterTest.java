package dev.vsh.seccomp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.SyscallRules;
import dev.vsh.domain.SyscallRules.Policy;
import dev.vsh.domain.SyscallRules.Rule;
import dev.vsh.linux.Errno;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Filters, run over every number of every architecture. */
final class SyscallFilterTest {
    private static final SyscallTable TABLE = SyscallTable.load();
    private static final long ALLOWED = BpfInstruction.RETURN_ALLOW;
    private static final long DENIED = BpfInstruction.RETURN_ERRNO | Errno.EPERM.number();
    private static final long MISSING = BpfInstruction.RETURN_ERRNO | Errno.ENOSYS.number();
    private static final int BEYOND_ALL = 1024;

    /** By default, whatever the architecture; one that has no such call has nothing to refuse. */
    private static final Map<String, Long> DEFAULT =
            Map.ofEntries(
                    Map.entry("kexec_load", DENIED),
                    Map.entry("kexec_file_load", DENIED),
                    Map.entry("open_by_handle_at", DENIED),
                    Map.entry("init_module", DENIED),
                    Map.entry("finit_module", DENIED),
                    Map.entry("delete_module", DENIED),
                    Map.entry("create_module", DENIED),
                    Map.entry("query_module", DENIED),
                    Map.entry("iopl", DENIED),
                    Map.entry("ioperm", DENIED),
                    Map.entry("pciconfig_iobase", DENIED),
                    Map.entry("pciconfig_read", DENIED),
                    Map.entry("pciconfig_write", DENIED),
                    Map.entry("swapon", DENIED),
                    Map.entry("swapoff", DENIED),
                    Map.entry("quotactl", DENIED),
                    Map.entry("quotactl_fd", DENIED),
                    Map.entry("bpf", DENIED),
                    Map.entry("perf_event_open", DENIED),
                    Map.entry("add_key", MISSING),
                    Map.entry("keyctl", MISSING),
                    Map.entry("request_key", MISSING));

    private static BpfMachine machine(Abi abi, SyscallRules rules, String... given) {
        List<Abi> abis =
                abi == Abi.X86_64 || abi == Abi.I386 ? Abi.of("x86_64") : Abi.of("aarch64");
        return new BpfMachine(SyscallFilter.compile(rules, Set.of(given), abis));
    }

    private static SyscallRules rules(Policy policy, Rule... rules) {
        return new SyscallRules(policy, List.of(rules));
    }

    private static long run(BpfMachine machine, Abi abi, String name, long... arguments) {
        return machine.run(abi, TABLE.number(abi, name).orElseThrow(), arguments);
    }

    /** Numbers and what becomes of them, those apart that are allowed. */
    private static Map<Integer, Long> refused(BpfMachine machine, Abi abi) {
        return IntStream.range(0, BEYOND_ALL)
                .boxed()
                .filter(number -> machine.run(abi, number) != ALLOWED)
                .collect(Collectors.toMap(number -> number, number -> machine.run(abi, number)));
    }

    private static Map<Integer, Long> numbers(Abi abi, Map<String, Long> names) {
        return names.entrySet().stream()
                .filter(entry -> TABLE.number(abi, entry.getKey()).isPresent())
                .collect(
                        Collectors.toMap(
                                entry -> TABLE.number(abi, entry.getKey()).orElseThrow(),
                                Map.Entry::getValue));
    }

    @ParameterizedTest
    @EnumSource
    void defaultRefusesItsListAndNothingElse(Abi abi) {
        assertEquals(numbers(abi, DEFAULT), refused(machine(abi, SyscallRules.DEFAULT), abi));
    }

    @ParameterizedTest
    @EnumSource
    void noCallCostsMoreThanADozenTests(Abi abi) {
        BpfMachine machine = machine(abi, SyscallRules.DEFAULT);
        for (int number = 0; number < BEYOND_ALL; number++) {
            machine.run(abi, number);
            assertTrue(machine.steps() <= 12, number + " takes " + machine.steps());
        }
    }

    @ParameterizedTest
    @EnumSource
    void unmountingByForceIsRefused(Abi abi) {
        BpfMachine machine = machine(abi, SyscallRules.DEFAULT);
        assertEquals(ALLOWED, run(machine, abi, "umount2", 0x1000, 0));
        assertEquals(ALLOWED, run(machine, abi, "umount2", 0x1000, 2 | 8));
        assertEquals(DENIED, run(machine, abi, "umount2", 0x1000, 1));
        assertEquals(DENIED, run(machine, abi, "umount2", 0x1000, 1 | 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reboot", "mount", "unshare", "setns", "clone", "pivot_root"})
    void whatAnInitNeedsIsAllowed(String name) {
        for (Abi abi : Abi.values()) {
            assertEquals(ALLOWED, run(machine(abi, SyscallRules.DEFAULT), abi, name));
        }
    }

    @Test
    void x32IsRefused() {
        BpfMachine machine = machine(Abi.X86_64, SyscallRules.DEFAULT);
        for (int number = 0; number < BEYOND_ALL; number++) {
            assertEquals(MISSING, machine.run(Abi.X86_64, Segments.X32_BIT | number));
        }
        assertEquals(MISSING, machine.run(Abi.X86_64, -1));
    }

    @Test
    void x32IsNoWayRoundARuleOfOnesOwn() {
        BpfMachine machine = machine(Abi.X86_64, rules(Policy.ALLOW, new Rule("ptrace", false)));
        assertEquals(MISSING, machine.run(Abi.X86_64, Segments.X32_BIT | 521));
    }

    @Test
    void foreignArchitectureIsRefused() {
        for (Abi abi : Abi.of("aarch64")) {
            assertEquals(MISSING, machine(Abi.X86_64, SyscallRules.DEFAULT).run(abi, 0));
        }
        assertEquals(MISSING, machine(Abi.X86_64, SyscallRules.DEFAULT).run(0x16L, 0));
    }

    @Test
    void allowWithoutRulesIsNoFilter() {
        assertEquals(
                List.of(), SyscallFilter.compile(rules(Policy.ALLOW), Set.of(), Abi.of("x86_64")));
    }

    @ParameterizedTest
    @EnumSource
    void lastOfTwoRulesHolds(Abi abi) {
        BpfMachine machine =
                machine(
                        abi,
                        rules(
                                Policy.DEFAULT,
                                new Rule("bpf", true),
                                new Rule("umount2", true),
                                new Rule("ptrace", true),
                                new Rule("ptrace", false),
                                new Rule("mount", false),
                                new Rule("mount", true)));
        assertEquals(ALLOWED, run(machine, abi, "bpf"));
        assertEquals(ALLOWED, run(machine, abi, "umount2", 0, 1));
        assertEquals(DENIED, run(machine, abi, "ptrace"));
        assertEquals(ALLOWED, run(machine, abi, "mount"));
    }

    @ParameterizedTest
    @EnumSource
    void capabilityThatIsGivenBringsItsCalls(Abi abi) {
        BpfMachine machine = machine(abi, SyscallRules.DEFAULT, "bpf", "sys_module", "sys_boot");
        assertEquals(ALLOWED, run(machine, abi, "bpf"));
        assertEquals(ALLOWED, run(machine, abi, "finit_module"));
        assertEquals(DENIED, run(machine, abi, "kexec_load"));
        assertEquals(DENIED, run(machine, abi, "perf_event_open"));
    }

    @Test
    void multiplexerIsNoWayRoundARule() {
        SyscallRules rules = rules(Policy.DEFAULT, new Rule("socket", false));
        assertEquals(MISSING, run(machine(Abi.I386, rules), Abi.I386, "socketcall"));
        assertEquals(ALLOWED, run(machine(Abi.I386, rules), Abi.I386, "ipc"));
        assertEquals(ALLOWED, run(machine(Abi.I386, SyscallRules.DEFAULT), Abi.I386, "socketcall"));
    }

    /** The longest program: no two neighbours have the same verdict, and no test reaches over half of it. */
    @ParameterizedTest
    @EnumSource
    void everySecondCallCanBeRefused(Abi abi) {
        Set<String> refused = new TreeSet<>();
        List<String> names = List.copyOf(TABLE.names());
        for (String name : names) {
            int number = TABLE.number(abi, name).orElse(0);
            if (number % 2 == 1) {
                refused.add(name);
            }
        }
        Rule[] rules = refused.stream().map(name -> new Rule(name, false)).toArray(Rule[]::new);
        BpfMachine machine = machine(abi, rules(Policy.ALLOW, rules));
        for (String name : names) {
            if (TABLE.number(abi, name).isPresent()
                    && !Set.of("socketcall", "ipc").contains(name)) {
                assertEquals(
                        refused.contains(name) ? DENIED : ALLOWED, run(machine, abi, name), name);
            }
        }
    }

    @Test
    void namesAreUniqueAndNumbersToo() {
        for (Abi abi : Abi.values()) {
            int[] numbers =
                    TABLE.names().stream()
                            .flatMapToInt(name -> TABLE.number(abi, name).stream())
                            .toArray();
            assertEquals(numbers.length, Arrays.stream(numbers).distinct().count(), abi.name());
        }
    }
}
