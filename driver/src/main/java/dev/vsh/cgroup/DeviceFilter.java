package dev.vsh.cgroup;

import dev.vsh.cgroup.DeviceRule.Minor;
import dev.vsh.plan.CgroupPlan.DeviceControl;

import java.util.ArrayList;
import java.util.List;

/**
 * The eBPF program that decides about devices on cgroup v2, where there is no {@code devices.allow}: one test per rule,
 * allow on the first that fits; then a look into the table of what was granted to this container; deny at the end.
 * {@code linux/bpf.h}; the context is {@code struct bpf_cgroup_dev_ctx}: access and kind in one word, then major, then
 * minor.
 */
final class DeviceFilter {
    private static final int LOAD_WORD = 0x61;
    private static final int STORE_WORD = 0x63;
    private static final int LOAD_NUMBER = 0x18;
    private static final int AND_NUMBER = 0x54;
    private static final int SHIFT_RIGHT_NUMBER = 0x74;
    private static final int ADD_NUMBER = 0x07;
    private static final int MOVE_NUMBER = 0xb7;
    private static final int MOVE_WORD = 0xbc;
    private static final int MOVE = 0xbf;
    private static final int JUMP_IF_NOT_EQUAL = 0x55;
    private static final int JUMP_IF_SET = 0x45;
    private static final int JUMP_IF_COMMON = 0x4d;
    private static final int CALL = 0x85;
    private static final int EXIT = 0x95;

    private static final int RESULT = 0;
    private static final int FIRST = 1;
    private static final int CONTEXT = 1;
    private static final int SECOND = 2;
    private static final int KIND = 2;
    private static final int MAJOR = 4;
    private static final int MINOR = 5;

    /** Calls keep this register, and no other that is used here. */
    private static final int ACCESS = 6;

    private static final int STACK = 10;

    private static final int BLOCK = 1;
    private static final int CHARACTER = 2;
    private static final int ACCESS_MASK = 0b111;

    /** BPF_PSEUDO_MAP_FD: the number to load is a table's descriptor. */
    private static final int OF_TABLE = 1;

    private static final int LOOK_UP = 1;

    private final List<Long> program = new ArrayList<>();

    private DeviceFilter() {}

    static DeviceControl.Filter of(List<DeviceRule> rules) {
        return new DeviceFilter().filter(rules);
    }

    private DeviceControl.Filter filter(List<DeviceRule> rules) {
        add(LOAD_WORD, KIND, CONTEXT, 0, 0);
        add(MOVE_WORD, ACCESS, KIND, 0, 0);
        add(AND_NUMBER, KIND, 0, 0, 0xffff);
        add(SHIFT_RIGHT_NUMBER, ACCESS, 0, 0, 16);
        add(LOAD_WORD, MAJOR, CONTEXT, 4, 0);
        add(LOAD_WORD, MINOR, CONTEXT, 8, 0);
        rules.forEach(this::test);
        add(STORE_WORD, STACK, KIND, -12, 0);
        add(STORE_WORD, STACK, MAJOR, -8, 0);
        add(STORE_WORD, STACK, MINOR, -4, 0);
        int lookup = program.size();
        add(LOAD_NUMBER, FIRST, OF_TABLE, 0, 0);
        add(0, 0, 0, 0, 0);
        add(MOVE, SECOND, STACK, 0, 0);
        add(ADD_NUMBER, SECOND, 0, 0, -12);
        add(CALL, 0, 0, 0, LOOK_UP);
        add(JUMP_IF_NOT_EQUAL, RESULT, 0, 1, 0);
        add(EXIT, 0, 0, 0, 0);
        add(LOAD_WORD, RESULT, RESULT, 0, 0);
        add(JUMP_IF_COMMON, ACCESS, RESULT, 2, 0);
        allow();
        add(MOVE_NUMBER, RESULT, 0, 0, 0);
        add(EXIT, 0, 0, 0, 0);
        return new DeviceControl.Filter(program, lookup);
    }

    private void allow() {
        add(MOVE_NUMBER, RESULT, 0, 0, 1);
        add(EXIT, 0, 0, 0, 0);
    }

    /** Each test that fails jumps behind the rule. */
    private void test(DeviceRule rule) {
        List<long[]> tests = new ArrayList<>();
        tests.add(new long[] {JUMP_IF_NOT_EQUAL, KIND, rule.kind() == 'b' ? BLOCK : CHARACTER});
        tests.add(new long[] {JUMP_IF_NOT_EQUAL, MAJOR, rule.major()});
        switch (rule.minor()) {
            case Minor.All() -> {}
            case Minor.One(int minor) -> tests.add(new long[] {JUMP_IF_NOT_EQUAL, MINOR, minor});
        }
        int denied = ACCESS_MASK & ~accessBits(rule.access());
        if (denied != 0) {
            tests.add(new long[] {JUMP_IF_SET, ACCESS, denied});
        }
        int allowing = 2;
        for (int i = 0; i < tests.size(); i++) {
            long[] test = tests.get(i);
            int behind = tests.size() - i - 1 + allowing;
            add((int) test[0], (int) test[1], 0, behind, (int) test[2]);
        }
        allow();
    }

    private static int accessBits(String access) {
        return (access.contains("m") ? 1 : 0)
                | (access.contains("r") ? 2 : 0)
                | (access.contains("w") ? 4 : 0);
    }

    /** {@code struct bpf_insn}: code, two registers in a byte, offset, number; little-endian. */
    private void add(int code, int target, int source, int offset, int number) {
        program.add(
                (code & 0xffL)
                        | ((target & 0xfL) << 8)
                        | ((source & 0xfL) << 12)
                        | ((offset & 0xffffL) << 16)
                        | ((number & 0xffffffffL) << 32));
    }
}
