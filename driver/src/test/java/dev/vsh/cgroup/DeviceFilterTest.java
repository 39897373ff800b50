package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The eBPF program, run by a machine for the few instructions that it has. */
final class DeviceFilterTest {
    private static final int BLOCK = 1;
    private static final int CHARACTER = 2;
    private static final int MKNOD = 1;
    private static final int READ = 2;
    private static final int WRITE = 4;

    private static boolean allowed(
            List<DeviceRule> rules, int kind, int major, int minor, int access) {
        return run(
                        DeviceFilter.of(rules).instructions(),
                        new int[] {(access << 16) | kind, major, minor},
                        Map.of())
                != 0;
    }

    private static boolean allowed(int kind, int major, int minor, int access) {
        return allowed(DeviceRule.DEFAULT, kind, major, minor, access);
    }

    /** linux/bpf.h: {@code struct bpf_insn}; the context is {@code struct bpf_cgroup_dev_ctx}. */
    private static long run(List<Long> program, int[] context, Map<List<Integer>, Integer> table) {
        long[] registers = new long[11];
        int[] key = new int[3];
        long refused = 0;
        int next = 0;
        while (true) {
            long instruction = program.get(next++);
            int target = (int) (instruction >> 8) & 0xf;
            int source = (int) (instruction >> 12) & 0xf;
            int offset = (short) (instruction >> 16);
            int number = (int) (instruction >> 32);
            switch ((int) instruction & 0xff) {
                case 0x61 ->
                        registers[target] =
                                source == 0 ? refused : context[offset / 4] & 0xffffffffL;
                case 0x63 -> key[(offset + 12) / 4] = (int) registers[source];
                case 0x18 -> next++;
                case 0xbf, 0x07 -> assertEquals(2, target);
                case 0x85 -> {
                    Optional<Integer> found =
                            Optional.ofNullable(table.get(List.of(key[0], key[1], key[2])));
                    registers[0] = found.isPresent() ? 1 : 0;
                    refused = found.orElse(0);
                }
                case 0x4d -> next += (registers[target] & registers[source]) != 0 ? offset : 0;
                case 0xbc -> registers[target] = registers[source] & 0xffffffffL;
                case 0x54 -> registers[target] = registers[target] & number & 0xffffffffL;
                case 0x74 -> registers[target] = (registers[target] & 0xffffffffL) >>> number;
                case 0xb7 -> registers[target] = number;
                case 0x55 -> next += registers[target] != number ? offset : 0;
                case 0x45 -> next += (registers[target] & number) != 0 ? offset : 0;
                case 0x95 -> {
                    return registers[0];
                }
                default -> throw new AssertionError("unknown instruction at " + (next - 1));
            }
        }
    }

    @Test
    void everyRuleOfTheDefaultAllowsItsDeviceInEveryWay() {
        for (DeviceRule rule : DeviceRule.DEFAULT) {
            for (int access = 0; access <= 7; access++) {
                int minor = rule.minor() instanceof DeviceRule.Minor.One(int number) ? number : 77;
                assertEquals(true, allowed(CHARACTER, rule.major(), minor, access), rule + "");
            }
        }
    }

    @Test
    void whatNoRuleNamesIsDenied() {
        for (int major = 0; major < 300; major++) {
            for (int minor = 0; minor < 260; minor++) {
                assertEquals(isListed(major, minor), allowed(CHARACTER, major, minor, READ));
            }
        }
    }

    private static boolean isListed(int major, int minor) {
        return DeviceRule.DEFAULT.stream()
                .anyMatch(
                        rule ->
                                rule.major() == major
                                        && (rule.minor().equals(new DeviceRule.Minor.All())
                                                || rule.minor()
                                                        .equals(new DeviceRule.Minor.One(minor))));
    }

    @Test
    void blockDeviceWithTheNumbersOfACharacterDeviceIsDenied() {
        assertEquals(false, allowed(BLOCK, 1, 3, READ));
    }

    @Test
    void highestNumbersAreNoWildcards() {
        assertEquals(false, allowed(CHARACTER, -1, -1, READ));
        assertEquals(true, allowed(CHARACTER, 136, -1, READ));
    }

    @Test
    void accessThatIsNotInTheRuleIsDenied() {
        List<DeviceRule> readOnly = List.of(new DeviceRule('b', 8, 1, "r"));
        assertEquals(true, allowed(readOnly, BLOCK, 8, 1, READ));
        assertEquals(false, allowed(readOnly, BLOCK, 8, 1, READ | WRITE));
        assertEquals(false, allowed(readOnly, BLOCK, 8, 1, WRITE));
        assertEquals(false, allowed(readOnly, BLOCK, 8, 1, MKNOD));
    }

    @Test
    void laterRuleAllowsWhatAnEarlierOneDoesNot() {
        List<DeviceRule> rules =
                List.of(
                        new DeviceRule('b', 8, 1, "r"),
                        new DeviceRule('b', 8, new DeviceRule.Minor.All(), "rw"));
        assertEquals(true, allowed(rules, BLOCK, 8, 1, WRITE));
        assertEquals(false, allowed(rules, BLOCK, 8, 1, MKNOD));
    }

    @Test
    void withoutRulesNothingIsAllowed() {
        assertEquals(false, allowed(List.of(), CHARACTER, 1, 3, READ));
    }

    @Test
    void whatStandsInTheTableIsGranted() {
        List<Long> program = DeviceFilter.of(DeviceRule.DEFAULT).instructions();
        Map<List<Integer>, Integer> table = Map.of(List.of(BLOCK, 7, 300), WRITE | MKNOD);
        assertEquals(1, run(program, new int[] {(READ << 16) | BLOCK, 7, 300}, table));
        assertEquals(0, run(program, new int[] {(READ << 16) | BLOCK, 7, 0}, table));
        assertEquals(0, run(program, new int[] {(WRITE << 16) | BLOCK, 7, 300}, table));
        assertEquals(0, run(program, new int[] {(READ << 16) | CHARACTER, 7, 300}, table));
    }
}
