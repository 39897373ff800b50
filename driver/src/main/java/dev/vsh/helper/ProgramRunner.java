package dev.vsh.helper;

import static dev.vsh.plan.ProgramImage.CALL;
import static dev.vsh.plan.ProgramImage.KINDS;
import static dev.vsh.plan.ProgramImage.KIND_DATA;
import static dev.vsh.plan.ProgramImage.KIND_DEVICE;
import static dev.vsh.plan.ProgramImage.KIND_FORMATTED;
import static dev.vsh.plan.ProgramImage.KIND_SLOT;
import static dev.vsh.plan.ProgramImage.PATCHES;
import static dev.vsh.plan.ProgramImage.RESULT;
import static dev.vsh.plan.ProgramImage.ROW;
import static dev.vsh.plan.ProgramImage.TOLERATED;
import static dev.vsh.plan.ProgramImage.VALUES;

import dev.vsh.linux.Errno;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.OpenHow;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.netlink.Answer;
import dev.vsh.plan.DevicePlan;
import dev.vsh.plan.ProgramImage;
import dev.vsh.plan.ProgramImage.Patch;

/**
 * Walks rows of a program and makes the calls. The child of the clone runs this too, so nothing here allocates,
 * except for formatted texts, which only the host's sections have.
 */
final class ProgramRunner {
    private static final int ARGUMENTS = PATCHES - VALUES;

    private final Syscalls syscalls;
    private final LoadedProgram program;
    private final NativeMemory data;
    private final long[] results;
    private final int[] patchOffsets;
    private final int[] patchSlots;
    private final long closeCall = SystemCall.CLOSE.number();
    private final long openInRootCall = SystemCall.OPENAT2.number();
    private final long receiveCall = SystemCall.RECVFROM.number();
    private final long lostRace = -Errno.EAGAIN.number();
    private NativeMemory formatted = new NativeMemory(8);

    ProgramRunner(Syscalls syscalls, LoadedProgram program) {
        this.syscalls = syscalls;
        this.program = program;
        this.data = program.data();
        this.results = program.results();
        this.patchOffsets = program.image().patches().stream().mapToInt(Patch::offset).toArray();
        this.patchSlots = program.image().patches().stream().mapToInt(Patch::slot).toArray();
    }

    /**
     * Makes one call.
     *
     * @param row where the instruction begins
     * @return 0, or the errno that it failed with
     */
    int run(long[] rows, int row) {
        int result = (int) rows[row + RESULT];
        if (needsMissingResult(rows, row)) {
            store(result, -1);
            return 0;
        }
        patch(rows, row);
        long returned = call(rows, row);
        for (int tries = 1; isLostRace(rows, row, returned) && tries < OpenHow.TRIES; tries++) {
            returned = call(rows, row);
        }
        if (returned >= Answer.SIZE && rows[row + CALL] == receiveCall) {
            returned = answer(rows[row + VALUES + 1]);
        }
        if (returned >= 0) {
            store(result, returned);
            forgetClosed(rows, row);
            return 0;
        }
        store(result, -1);
        return isTolerated(rows, row, -returned) ? 0 : (int) -returned;
    }

    private long call(long[] rows, int row) {
        return syscalls.attempt(
                rows[row + CALL],
                argument(rows, row, 0),
                argument(rows, row, 1),
                argument(rows, row, 2),
                argument(rows, row, 3),
                argument(rows, row, 4),
                argument(rows, row, 5));
    }

    /** Programs receive nothing but the kernel's answers about its network. */
    private long answer(long offset) {
        return Answer.result(
                data.getShort(offset + Answer.TYPE),
                data.getInt(offset + Answer.ERROR),
                data.getInt(offset + Answer.INDEX));
    }

    /** See {@link OpenHow#TRIES}: with other containers starting at the same time this happens. */
    private boolean isLostRace(long[] rows, int row, long returned) {
        return returned == lostRace && rows[row + CALL] == openInRootCall;
    }

    private void store(int slot, long value) {
        if (slot >= 0) {
            results[slot] = value;
        }
    }

    /** The number may belong to another file soon; nothing may take it for the old one. */
    private void forgetClosed(long[] rows, int row) {
        if (rows[row + CALL] == closeCall && rows[row + KINDS] == KIND_SLOT) {
            results[(int) rows[row + VALUES]] = -1;
        }
    }

    private boolean needsMissingResult(long[] rows, int row) {
        for (int i = 0; i < ARGUMENTS; i++) {
            if (rows[row + KINDS + i] == KIND_SLOT && results[(int) rows[row + VALUES + i]] < 0) {
                return true;
            }
        }
        return false;
    }

    private void patch(long[] rows, int row) {
        int first = (int) rows[row + PATCHES + 1];
        for (int i = first; i < first + rows[row + PATCHES]; i++) {
            data.putInt(patchOffsets[i], (int) results[patchSlots[i]]);
        }
    }

    private long argument(long[] rows, int row, int index) {
        long kind = rows[row + KINDS + index];
        long value = rows[row + VALUES + index];
        if (kind == KIND_DATA) {
            return data.address() + value;
        }
        if (kind == KIND_SLOT) {
            return results[(int) value];
        }
        if (kind == KIND_DEVICE) {
            return DevicePlan.number((int) (value >>> Integer.SIZE), (int) results[(int) value]);
        }
        return kind == KIND_FORMATTED ? format((int) value) : value;
    }

    private long format(int index) {
        ProgramImage.FormattedText text = program.image().formatted().get(index);
        formatted = NativeMemory.ofString(text.before() + results[text.slot()] + text.after());
        return formatted.address();
    }

    private static boolean isTolerated(long[] rows, int row, long errno) {
        for (int i = TOLERATED; i < KINDS; i++) {
            if (rows[row + i] == errno) {
                return true;
            }
        }
        return false;
    }

    /** How many instructions a section has. */
    static int count(long[] rows) {
        return rows.length / ROW;
    }
}
