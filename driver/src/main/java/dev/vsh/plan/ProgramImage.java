package dev.vsh.plan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program in the form in which the helper runs it: numbers and bytes, no names. All strings and structures lie
 * in one block of data; each instruction is a row of {@value #ROW} numbers.
 *
 * <pre>
 * row[CALL]                     system call number
 * row[RESULT]                   slot of the result, or -1
 * row[TOLERATED .. +3]          errnos that do not end the program, 0 where none
 * row[KINDS .. +6]              what each argument is: KIND_NUMBER, KIND_DATA, KIND_SLOT, KIND_FORMATTED, KIND_DEVICE
 * row[VALUES .. +6]             the number, offset of the data, slot, index of the formatted text, or major number of
 *                               the device above 32 bits with the slot of its minor one
 * row[PATCHES]                  how many results must be written into the data first
 * row[PATCHES + 1]              which patch is the first
 * </pre>
 */
public final class ProgramImage {
    public static final int ROW = 19;
    public static final int CALL = 0;
    public static final int RESULT = 1;
    public static final int TOLERATED = 2;
    public static final int KINDS = TOLERATED + Instruction.MAX_TOLERATED;
    public static final int VALUES = KINDS + Instruction.MAX_ARGUMENTS;
    public static final int PATCHES = VALUES + Instruction.MAX_ARGUMENTS;

    public static final int KIND_NUMBER = 0;
    public static final int KIND_DATA = 1;
    public static final int KIND_SLOT = 2;
    public static final int KIND_FORMATTED = 3;
    public static final int KIND_DEVICE = 4;

    /** Where an address has to be put into the data once it is known where the data lies. */
    public record Relocation(int offset, int target) {}

    /** A text with a slot's value in it. */
    public record FormattedText(String before, int slot, String after) {}

    /** Where 32 bits of a result go in the data, before the call that needs them. */
    public record Patch(int offset, int slot) {}

    /** See {@link SetupProgram.Views}; the device is a slot's index. */
    public record Views(int device, long uid, long gid) {}

    private final byte[] data;
    private final List<Relocation> relocations;
    private final List<FormattedText> formatted;
    private final List<Patch> patches;
    private final long[] prepare;
    private final long[] attach;
    private final long[] container;
    private final long[] release;
    private final List<String> cgroups;
    private final int[] consoles;
    private final int[] kept;
    private final List<SetupProgram.Part> parts;
    private final int slots;
    private final long cloneFlags;
    private final Optional<Views> views;

    ProgramImage(
            byte[] data,
            List<Relocation> relocations,
            List<FormattedText> formatted,
            List<Patch> patches,
            long[][] sections,
            List<String> cgroups,
            int[] consoles,
            int[] kept,
            List<SetupProgram.Part> parts,
            int slots,
            long cloneFlags,
            Optional<Views> views) {
        this.data = data;
        this.relocations = List.copyOf(relocations);
        this.formatted = List.copyOf(formatted);
        this.patches = List.copyOf(patches);
        this.prepare = sections[0];
        this.attach = sections[1];
        this.container = sections[2];
        this.release = sections[3];
        this.cgroups = List.copyOf(cgroups);
        this.consoles = consoles;
        this.kept = kept;
        this.parts = List.copyOf(parts);
        this.slots = slots;
        this.cloneFlags = cloneFlags;
        this.views = views;
    }

    public byte[] data() {
        return data.clone();
    }

    public List<Relocation> relocations() {
        return relocations;
    }

    public List<FormattedText> formatted() {
        return formatted;
    }

    public List<Patch> patches() {
        return patches;
    }

    public long[] prepare() {
        return prepare.clone();
    }

    public long[] attach() {
        return attach.clone();
    }

    public long[] container() {
        return container.clone();
    }

    public long[] release() {
        return release.clone();
    }

    public List<String> cgroups() {
        return cgroups;
    }

    public int[] consoles() {
        return consoles.clone();
    }

    public int[] kept() {
        return kept.clone();
    }

    public List<SetupProgram.Part> parts() {
        return parts;
    }

    public int slots() {
        return slots;
    }

    public long cloneFlags() {
        return cloneFlags;
    }

    public Optional<Views> views() {
        return views;
    }

    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(data.length);
        out.write(data);
        out.writeInt(relocations.size());
        for (Relocation relocation : relocations) {
            out.writeInt(relocation.offset());
            out.writeInt(relocation.target());
        }
        out.writeInt(formatted.size());
        for (FormattedText text : formatted) {
            out.writeUTF(text.before());
            out.writeInt(text.slot());
            out.writeUTF(text.after());
        }
        out.writeInt(patches.size());
        for (Patch patch : patches) {
            out.writeInt(patch.offset());
            out.writeInt(patch.slot());
        }
        for (long[] section : new long[][] {prepare, attach, container, release}) {
            byte[] bytes = new byte[section.length * Long.BYTES];
            longs(bytes).put(section);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.writeInt(cgroups.size());
        for (String cgroup : cgroups) {
            out.writeUTF(cgroup);
        }
        writeInts(out, consoles);
        writeInts(out, kept);
        out.writeInt(parts.size());
        for (SetupProgram.Part part : parts) {
            out.writeUTF(part.device());
            out.writeInt(part.first());
            out.writeInt(part.end());
        }
        out.writeInt(slots);
        out.writeLong(cloneFlags);
        out.writeBoolean(views.isPresent());
        if (views.isPresent()) {
            out.writeInt(views.get().device());
            out.writeLong(views.get().uid());
            out.writeLong(views.get().gid());
        }
    }

    public static ProgramImage readFrom(DataInput in) throws IOException {
        byte[] data = new byte[in.readInt()];
        in.readFully(data);
        List<Relocation> relocations = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            relocations.add(new Relocation(in.readInt(), in.readInt()));
        }
        List<FormattedText> formatted = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            formatted.add(new FormattedText(in.readUTF(), in.readInt(), in.readUTF()));
        }
        List<Patch> patches = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            patches.add(new Patch(in.readInt(), in.readInt()));
        }
        long[][] sections = new long[4][];
        for (int section = 0; section < sections.length; section++) {
            sections[section] = readLongs(in);
        }
        List<String> cgroups = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            cgroups.add(in.readUTF());
        }
        int[] consoles = readInts(in);
        int[] kept = readInts(in);
        List<SetupProgram.Part> parts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            parts.add(new SetupProgram.Part(in.readUTF(), in.readInt(), in.readInt()));
        }
        return new ProgramImage(
                data,
                relocations,
                formatted,
                patches,
                sections,
                cgroups,
                consoles,
                kept,
                parts,
                in.readInt(),
                in.readLong(),
                in.readBoolean()
                        ? Optional.of(new Views(in.readInt(), in.readLong(), in.readLong()))
                        : Optional.empty());
    }

    private static void writeInts(DataOutput out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static int[] readInts(DataInput in) throws IOException {
        int[] numbers = new int[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    /** In one piece: the helper's Java is interpreted, and there are thousands. */
    private static long[] readLongs(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        long[] words = new long[bytes.length / Long.BYTES];
        longs(bytes).get(words);
        return words;
    }

    private static LongBuffer longs(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    }
}
