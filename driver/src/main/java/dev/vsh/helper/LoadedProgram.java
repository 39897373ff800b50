package dev.vsh.helper;

import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.ProgramImage;
import dev.vsh.plan.Slot;

import java.util.Arrays;
import java.util.BitSet;

/** A program image with its data in native memory, addresses filled in, and its table of results. */
final class LoadedProgram {
    private static final int UNSET = -1;

    private final ProgramImage image;
    private final NativeMemory data;
    private final long[] results;

    LoadedProgram(ProgramImage image) {
        this.image = image;
        this.data = NativeMemory.ofBytes(image.data());
        for (ProgramImage.Relocation relocation : image.relocations()) {
            data.putLong(relocation.offset(), data.address() + relocation.target());
        }
        this.results = new long[image.slots()];
        Arrays.fill(results, UNSET);
    }

    ProgramImage image() {
        return image;
    }

    NativeMemory data() {
        return data;
    }

    /** The live table: slot index to result; -1 where there is none. */
    long[] results() {
        return results;
    }

    /** The master ends of the consoles, once the program has run. */
    int[] consoles() {
        return Arrays.stream(image.consoles()).map(slot -> (int) results[slot]).toArray();
    }

    /** Gives a later program of the same container what this one has opened for it. */
    void lendTo(LoadedProgram later) {
        for (Slot slot : Slot.LASTING) {
            later.results[slot.index()] = results[slot.index()];
        }
    }

    /** Lets go of everything that was opened only for the start. */
    void closeTemporary(Syscalls syscalls) {
        BitSet kept = new BitSet();
        Arrays.stream(image.consoles()).forEach(kept::set);
        Arrays.stream(image.kept()).forEach(kept::set);
        long[] rows = image.prepare();
        for (int row = 0; row < rows.length; row += ProgramImage.ROW) {
            int slot = (int) rows[row + ProgramImage.RESULT];
            if (slot >= 0 && !kept.get(slot) && !isLoopNumber(rows, row)) {
                close(syscalls, slot);
            }
        }
    }

    /** The one result of all calls here that is no descriptor. */
    private static boolean isLoopNumber(long[] rows, int row) {
        return rows[row + ProgramImage.CALL] == SystemCall.IOCTL.number()
                && rows[row + ProgramImage.VALUES + 1] == DeviceFlags.LOOP_CTL_GET_FREE.value();
    }

    /** Lets go of everything that was opened. */
    void closeAll(Syscalls syscalls) {
        closeTemporary(syscalls);
        closeConsoles(syscalls);
    }

    /** Lets go of the consoles, both ends, once their container is gone. */
    void closeConsoles(Syscalls syscalls) {
        for (int[] slots : new int[][] {image.consoles(), image.kept()}) {
            for (int slot : slots) {
                close(syscalls, slot);
            }
        }
    }

    /** Once only: the number may be another file's by the next time. */
    private void close(Syscalls syscalls, int slot) {
        if (results[slot] >= 0) {
            syscalls.attempt(SystemCall.CLOSE, results[slot]);
            results[slot] = -1;
        }
    }
}
