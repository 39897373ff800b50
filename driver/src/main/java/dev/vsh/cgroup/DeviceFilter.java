package dev.vsh.cgroup;

import dev.vsh.cgroup.DeviceRule.Minor;
import dev.vsh.plan.CgroupPlan.LoopRule;

import java.util.ArrayList;
import java.util.List;

/**
 * The eBPF program that decides about devices on cgroup v2, where there is no {@code devices.allow}: one test per rule,
 * allow on the first that fits, deny at the end. {@code linux/bpf.h}; the context is {@code struct bpf_cgroup_dev_ctx}:
 * access and kind in one word, then major, then minor.
 *
 * @param loops whose number is 0 in the instructions so far
 */
record DeviceFilter(List<Long> instructions, List<LoopRule> loops) {
    static final DeviceFilter NONE = new DeviceFilter(List.of(), List.of());

    private static final int LOAD_WORD = 0x61;
    private static final int AND_NUMBER = 0x54;
    private static final int SHIFT_RIGHT_NUMBER = 0x74;
    private static final int MOVE_NUMBER = 0xb7;
    private static final int MOVE_WORD = 0xbc;
    private static final int JUMP_IF_NOT_EQUAL = 0x55;
    private static final int JUMP_IF_SET = 0x45;
    private static final int EXIT = 0x95;

    private static final int RESULT = 0;
    private static final int CONTEXT = 1;
    private static final int KIND = 2;
    private static final int ACCESS = 3;
    private static final int MAJOR = 4;
    private static final int MINOR = 5;

    private static final int BLOCK = 1;
    private static final int CHARACTER = 2;
    private static final int ACCESS_MASK = 0b111;

    /** Which test of a rule is about the minor number, after kind and major number. */
    private static final int MINOR_TEST = 2;

    DeviceFilter {
        instructions = List.copyOf(instructions);
        loops = List.copyOf(loops);
    }

    static DeviceFilter of(List<DeviceRule> rules) {
        List<Long> program = new ArrayList<>();
        List<LoopRule> loops = new ArrayList<>();
        program.add(instruction(LOAD_WORD, KIND, CONTEXT, 0, 0));
        program.add(instruction(MOVE_WORD, ACCESS, KIND, 0, 0));
        program.add(instruction(AND_NUMBER, KIND, 0, 0, 0xffff));
        program.add(instruction(SHIFT_RIGHT_NUMBER, ACCESS, 0, 0, 16));
        program.add(instruction(LOAD_WORD, MAJOR, CONTEXT, 4, 0));
        program.add(instruction(LOAD_WORD, MINOR, CONTEXT, 8, 0));
        for (DeviceRule rule : rules) {
            if (rule.minor() instanceof Minor.OfLoop(String device)) {
                loops.add(new LoopRule.Comparison(device, program.size() + MINOR_TEST));
            }
            program.addAll(test(rule));
        }
        program.add(instruction(MOVE_NUMBER, RESULT, 0, 0, 0));
        program.add(instruction(EXIT, 0, 0, 0, 0));
        return new DeviceFilter(program, loops);
    }

    /** Each test that fails jumps behind the rule. */
    private static List<Long> test(DeviceRule rule) {
        List<Long> allow =
                List.of(instruction(MOVE_NUMBER, RESULT, 0, 0, 1), instruction(EXIT, 0, 0, 0, 0));
        List<long[]> tests = new ArrayList<>();
        tests.add(new long[] {JUMP_IF_NOT_EQUAL, KIND, rule.kind() == 'b' ? BLOCK : CHARACTER});
        tests.add(new long[] {JUMP_IF_NOT_EQUAL, MAJOR, rule.major()});
        switch (rule.minor()) {
            case Minor.All() -> {}
            case Minor.One(int minor) -> tests.add(new long[] {JUMP_IF_NOT_EQUAL, MINOR, minor});
            case Minor.OfLoop _ -> tests.add(new long[] {JUMP_IF_NOT_EQUAL, MINOR, 0});
        }
        int denied = ACCESS_MASK & ~accessBits(rule.access());
        if (denied != 0) {
            tests.add(new long[] {JUMP_IF_SET, ACCESS, denied});
        }
        List<Long> code = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            long[] test = tests.get(i);
            int behind = tests.size() - i - 1 + allow.size();
            code.add(instruction((int) test[0], (int) test[1], 0, behind, (int) test[2]));
        }
        code.addAll(allow);
        return code;
    }

    private static int accessBits(String access) {
        return (access.contains("m") ? 1 : 0)
                | (access.contains("r") ? 2 : 0)
                | (access.contains("w") ? 4 : 0);
    }

    /** {@code struct bpf_insn}: code, two registers in a byte, offset, number; little-endian. */
    private static long instruction(int code, int target, int source, int offset, int number) {
        return (code & 0xffL)
                | ((target & 0xfL) << 8)
                | ((source & 0xfL) << 12)
                | ((offset & 0xffffL) << 16)
                | ((number & 0xffffffffL) << 32);
    }
}
