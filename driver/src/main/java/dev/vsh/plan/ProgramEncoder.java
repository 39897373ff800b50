package dev.vsh.plan;

import dev.vsh.linux.Errno;
import dev.vsh.plan.ProgramImage.FormattedText;
import dev.vsh.plan.ProgramImage.Patch;
import dev.vsh.plan.ProgramImage.Relocation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lays a program out as an image. */
public final class ProgramEncoder {
    private static final int ALIGNMENT = 8;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<Relocation> relocations = new ArrayList<>();
    private final List<FormattedText> formatted = new ArrayList<>();
    private final List<Patch> patches = new ArrayList<>();

    private ProgramEncoder() {}

    public static ProgramImage encode(SetupProgram program) {
        return new ProgramEncoder().image(program);
    }

    private ProgramImage image(SetupProgram program) {
        long[][] sections = {
            section(program.prepare()),
            section(program.attach()),
            section(program.container()),
            section(program.release())
        };
        return new ProgramImage(
                data.toByteArray(),
                relocations,
                formatted,
                patches,
                sections,
                program.cgroups(),
                indexes(program.consoles()),
                indexes(program.kept()),
                program.parts(),
                program.slots(),
                program.cloneFlags().value(),
                program.views()
                        .map(
                                views ->
                                        new ProgramImage.Views(
                                                views.device().index(), views.uid(), views.gid())));
    }

    private static int[] indexes(List<Slot> slots) {
        return slots.stream().mapToInt(Slot::index).toArray();
    }

    private long[] section(List<Instruction> instructions) {
        long[] rows = new long[instructions.size() * ProgramImage.ROW];
        for (int i = 0; i < instructions.size(); i++) {
            encode(instructions.get(i), rows, i * ProgramImage.ROW);
        }
        return rows;
    }

    private void encode(Instruction instruction, long[] rows, int row) {
        rows[row + ProgramImage.CALL] = instruction.call().number();
        rows[row + ProgramImage.RESULT] = instruction.result().map(Slot::index).orElse(-1);
        int tolerated = row + ProgramImage.TOLERATED;
        for (Errno errno : instruction.tolerated()) {
            rows[tolerated++] = errno.number();
        }
        int first = patches.size();
        for (int i = 0; i < instruction.arguments().size(); i++) {
            Argument argument = instruction.arguments().get(i);
            rows[row + ProgramImage.KINDS + i] = kind(argument);
            rows[row + ProgramImage.VALUES + i] = value(argument);
        }
        rows[row + ProgramImage.PATCHES] = (long) patches.size() - first;
        rows[row + ProgramImage.PATCHES + 1] = first;
    }

    private static int kind(Argument argument) {
        return switch (argument) {
            case Argument.Numeric _ -> ProgramImage.KIND_NUMBER;
            case Argument.Text _, Argument.TextArray _, Argument.Structure _ ->
                    ProgramImage.KIND_DATA;
            case Argument.Result _, Argument.Given _ -> ProgramImage.KIND_SLOT;
            case Argument.Formatted _ -> ProgramImage.KIND_FORMATTED;
            case Argument.DeviceNumber _ -> ProgramImage.KIND_DEVICE;
        };
    }

    private long value(Argument argument) {
        return switch (argument) {
            case Argument.Numeric(long value, String _) -> value;
            case Argument.Text(String value) ->
                    append((value + "\0").getBytes(StandardCharsets.UTF_8));
            case Argument.TextArray(List<String> values) -> textArray(values);
            case Argument.Structure(List<Argument.Field> fields, String _) -> structure(fields);
            case Argument.Result(Slot slot) -> slot.index();
            case Argument.Given(Slot slot) -> slot.index();
            case Argument.Formatted(String before, Slot slot, String after) -> {
                formatted.add(new FormattedText(before, slot.index(), after));
                yield formatted.size() - 1;
            }
            case Argument.DeviceNumber(int major, Slot minor) ->
                    ((long) major << Integer.SIZE) | minor.index();
        };
    }

    private int textArray(List<String> values) {
        List<Argument.Field> fields = new ArrayList<>();
        values.forEach(value -> fields.add(new Argument.Field.Pointer(Argument.text(value))));
        fields.add(new Argument.Field.Int64(0));
        return structure(fields);
    }

    private int structure(List<Argument.Field> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // What this structure points to goes into the data first, so that its own bytes stay
        // together.
        List<Relocation> inside = new ArrayList<>();
        List<Patch> results = new ArrayList<>();
        for (Argument.Field field : fields) {
            switch (field) {
                case Argument.Field.Int32(long value) -> little(bytes, value, 4);
                case Argument.Field.Int64(long value) -> little(bytes, value, 8);
                case Argument.Field.Chars(String value, int width) -> chars(bytes, value, width);
                case Argument.Field.Result32(Slot slot) -> {
                    results.add(new Patch(bytes.size(), slot.index()));
                    little(bytes, 0, 4);
                }
                case Argument.Field.Pointer(Argument target) -> {
                    inside.add(new Relocation(bytes.size(), (int) value(target)));
                    little(bytes, 0, 8);
                }
            }
        }
        int start = append(bytes.toByteArray());
        inside.forEach(
                each -> relocations.add(new Relocation(start + each.offset(), each.target())));
        results.forEach(each -> patches.add(new Patch(start + each.offset(), each.slot())));
        return start;
    }

    /** Both architectures that are known here are little-endian. */
    private static void little(ByteArrayOutputStream bytes, long value, int width) {
        for (int i = 0; i < width; i++) {
            bytes.write((int) (value >>> (8 * i)));
        }
    }

    private static void chars(ByteArrayOutputStream bytes, String value, int width) {
        byte[] text = value.getBytes(StandardCharsets.US_ASCII);
        if (text.length >= width) {
            throw new IllegalArgumentException(
                    "'" + value + "' does not fit into " + width + " bytes");
        }
        bytes.writeBytes(text);
        bytes.writeBytes(new byte[width - text.length]);
    }

    private int append(byte[] bytes) {
        int start = data.size();
        data.writeBytes(bytes);
        data.writeBytes(new byte[ALIGNMENT - bytes.length % ALIGNMENT]);
        return start;
    }
}
