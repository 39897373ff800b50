package dev.vsh.helper;

import dev.vsh.linux.NativeMemory;

/**
 * What the child writes before each instruction, and once more when one fails: two 32-bit numbers.
 *
 * @param errno 0 when the instruction is only about to begin
 */
record StepReport(int instruction, int errno) {
    static final int SIZE = 8;

    static StepReport read(NativeMemory memory, int index) {
        long offset = (long) index * SIZE;
        return new StepReport(memory.getInt(offset), memory.getInt(offset + 4));
    }
}
