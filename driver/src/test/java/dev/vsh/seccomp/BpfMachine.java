package dev.vsh.seccomp;

import java.util.List;

/** Runs a filter as the kernel does: the few instructions of classic BPF that filters are made of. */
final class BpfMachine {
    private static final int RUNS = 4096;

    private final List<Long> program;
    private int steps;

    BpfMachine(List<Long> program) {
        this.program = program;
    }

    /**
     * @param arguments the first ones; the rest are 0
     */
    long run(Abi abi, long number, long... arguments) {
        return run(abi.auditArchitecture(), number, arguments);
    }

    long run(long architecture, long number, long... arguments) {
        long accumulator = 0;
        int next = 0;
        for (steps = 1; steps < RUNS; steps++) {
            long instruction = program.get(next++);
            int code = (int) (instruction & 0xffff);
            int ifTrue = (int) (instruction >>> 16) & 0xff;
            int ifFalse = (int) (instruction >>> 24) & 0xff;
            long operand = instruction >>> 32;
            switch (code) {
                case BpfInstruction.LOAD ->
                        accumulator = word((int) operand, architecture, number, arguments);
                case BpfInstruction.JUMP -> next += (int) operand;
                case BpfInstruction.JUMP_IF_EQUAL ->
                        next += accumulator == operand ? ifTrue : ifFalse;
                case BpfInstruction.JUMP_IF_AT_LEAST ->
                        next += accumulator >= operand ? ifTrue : ifFalse;
                case BpfInstruction.JUMP_IF_SET ->
                        next += (accumulator & operand) != 0 ? ifTrue : ifFalse;
                case BpfInstruction.RETURN -> {
                    return operand;
                }
                default -> throw new AssertionError("no such instruction: " + code);
            }
        }
        throw new AssertionError("runs for ever");
    }

    /** How many instructions the last run took. */
    int steps() {
        return steps;
    }

    /** {@code struct seccomp_data}: number, architecture, instruction pointer, six arguments. */
    private static long word(int offset, long architecture, long number, long[] arguments) {
        return switch (offset) {
            case 0 -> number & 0xffffffffL;
            case 4 -> architecture;
            default -> {
                int argument = (offset - 16) / 8;
                yield argument < arguments.length ? arguments[argument] & 0xffffffffL : 0;
            }
        };
    }
}
