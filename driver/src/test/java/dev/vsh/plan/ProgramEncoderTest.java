package dev.vsh.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.linux.Constant;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The layout that {@link ProgramImage} documents. */
final class ProgramEncoderTest {
    private final ProgramBuilder program = new ProgramBuilder();

    private ProgramImage image() {
        return ProgramEncoder.encode(program.build(new Constant("SIGCHLD", 17)));
    }

    @Test
    void rowSaysCallResultAndToleratedErrors() {
        Slot slot =
                program.container().tolerating(Errno.ENOENT).get("fd", "label", SystemCall.GETPID);
        long[] row = image().container();
        assertEquals(ProgramImage.ROW, row.length);
        assertEquals(SystemCall.GETPID.number(), row[ProgramImage.CALL]);
        assertEquals(slot.index(), row[ProgramImage.RESULT]);
        assertEquals(Errno.ENOENT.number(), row[ProgramImage.TOLERATED]);
        assertEquals(0, row[ProgramImage.TOLERATED + 1]);
    }

    @Test
    void rowWithoutResultHasMinusOne() {
        program.container().run("label", SystemCall.GETPID);
        assertEquals(-1, image().container()[ProgramImage.RESULT]);
    }

    @Test
    void numbersAndSlotsAreInTheRowItself() {
        program.container()
                .run("l", SystemCall.CLOSE, Argument.number(77), Argument.result(Slot.GO_READ));
        long[] row = image().container();
        assertEquals(ProgramImage.KIND_NUMBER, row[ProgramImage.KINDS]);
        assertEquals(77, row[ProgramImage.VALUES]);
        assertEquals(ProgramImage.KIND_SLOT, row[ProgramImage.KINDS + 1]);
        assertEquals(Slot.GO_READ.index(), row[ProgramImage.VALUES + 1]);
    }

    @Test
    void stringIsInTheDataInUtf8WithNulBehindIt() {
        program.container().run("l", SystemCall.CHDIR, Argument.text("/süß"));
        ProgramImage image = image();
        long[] row = image.container();
        assertEquals(ProgramImage.KIND_DATA, row[ProgramImage.KINDS]);
        assertEquals("/süß", string(image, (int) row[ProgramImage.VALUES]));
    }

    @Test
    void everyPieceOfDataIsAligned() {
        List.of("", "1234567", "12345678")
                .forEach(text -> program.prepare().run("l", SystemCall.CHDIR, Argument.text(text)));
        long[] rows = image().prepare();
        for (int row = 0; row < rows.length; row += ProgramImage.ROW) {
            assertEquals(0, rows[row + ProgramImage.VALUES] % 8);
        }
    }

    @Test
    void arrayOfStringsIsRelocatedAndEndsWithNull() {
        program.container()
                .run("l", SystemCall.EXECVE, new Argument.TextArray(List.of("one", "two")));
        ProgramImage image = image();
        int array = (int) image.container()[ProgramImage.VALUES];
        assertEquals(List.of("one", "two"), pointedTo(image, array));
        assertEquals(0, words(image).getLong(array + 16));
    }

    private static List<String> pointedTo(ProgramImage image, int array) {
        return image.relocations().stream()
                .filter(each -> each.offset() >= array)
                .map(each -> string(image, each.target()))
                .toList();
    }

    @Test
    void structureHasItsFieldsInOrderWithoutPadding() {
        program.container()
                .run(
                        "l",
                        SystemCall.IOCTL,
                        new Argument.Structure(
                                List.of(
                                        new Argument.Field.Chars("lo", 4),
                                        new Argument.Field.Int32(0x01020304),
                                        new Argument.Field.Int64(-2)),
                                "text"));
        ProgramImage image = image();
        byte[] expected = {'l', 'o', 0, 0, 4, 3, 2, 1, -2, -1, -1, -1, -1, -1, -1, -1};
        byte[] actual = new byte[expected.length];
        System.arraycopy(
                image.data(),
                (int) image.container()[ProgramImage.VALUES],
                actual,
                0,
                actual.length);
        assertArrayEquals(expected, actual);
    }

    @Test
    void pointerInStructureIsRelocatedToWhatItPointsTo() {
        program.prepare()
                .run(
                        "l",
                        SystemCall.BPF,
                        new Argument.Structure(
                                List.of(
                                        new Argument.Field.Int64(1),
                                        new Argument.Field.Pointer(Argument.text("GPL"))),
                                "text"));
        ProgramImage image = image();
        ProgramImage.Relocation relocation = image.relocations().getFirst();
        assertEquals(image.prepare()[ProgramImage.VALUES] + 8, relocation.offset());
        assertEquals("GPL", string(image, relocation.target()));
    }

    @Test
    void resultInStructureBecomesPatch() {
        program.prepare().run("l", SystemCall.BPF, structure(Collections.nCopies(1, Slot.PID)));
        long[] row = image().prepare();
        assertEquals(1, row[ProgramImage.PATCHES]);
        assertEquals(
                new ProgramImage.Patch((int) row[ProgramImage.VALUES] + 8, Slot.PID.index()),
                image().patches().get((int) row[ProgramImage.PATCHES + 1]));
    }

    private static Argument structure(List<Slot> results) {
        var fields = new ArrayList<Argument.Field>();
        fields.add(new Argument.Field.Int64(0));
        results.forEach(slot -> fields.add(new Argument.Field.Result32(slot)));
        return new Argument.Structure(fields, "text");
    }

    @Test
    void formattedTextIsKeptInItsParts() {
        program.attach()
                .run("l", SystemCall.CHDIR, new Argument.Formatted("/proc/", Slot.PID, "/uid_map"));
        ProgramImage image = image();
        assertEquals(ProgramImage.KIND_FORMATTED, image.attach()[ProgramImage.KINDS]);
        assertEquals(
                List.of(new ProgramImage.FormattedText("/proc/", 0, "/uid_map")),
                image.formatted());
    }

    @Test
    void resultsInWhatAStructurePointsToBecomePatchesToo() {
        program.prepare().run("l", SystemCall.BPF, structure(List.of(Slot.PID)));
        Argument inner = structure(Collections.nCopies(5, Slot.GO_READ));
        program.prepare()
                .run(
                        "l",
                        SystemCall.BPF,
                        new Argument.Structure(
                                List.of(
                                        new Argument.Field.Pointer(inner),
                                        new Argument.Field.Result32(Slot.PID)),
                                "text"));
        ProgramImage image = image();
        assertEquals(6, image.prepare()[ProgramImage.ROW + ProgramImage.PATCHES]);
        assertEquals(1, image.prepare()[ProgramImage.ROW + ProgramImage.PATCHES + 1]);
        assertEquals(7, image.patches().size());
        assertEquals(Slot.GO_READ.index(), image.patches().get(5).slot());
    }

    @Test
    void deviceNumberIsItsMajorPartAndASlot() {
        program.prepare().run("l", SystemCall.MKNODAT, new Argument.DeviceNumber(7, Slot.GO_READ));
        long[] row = image().prepare();
        assertEquals(ProgramImage.KIND_DEVICE, row[ProgramImage.KINDS]);
        assertEquals((7L << 32) | Slot.GO_READ.index(), row[ProgramImage.VALUES]);
    }

    @Test
    void textThatDoesNotFitIsRefused() {
        program.prepare()
                .run(
                        "l",
                        SystemCall.IOCTL,
                        new Argument.Structure(
                                List.of(new Argument.Field.Chars("four", 4)), "text"));
        assertThrows(IllegalArgumentException.class, this::image);
    }

    @Test
    void moreThanSixArgumentsAreRefused() {
        Argument[] seven = Collections.nCopies(7, Argument.nothing()).toArray(Argument[]::new);
        assertThrows(
                IllegalArgumentException.class,
                () -> program.prepare().run("l", SystemCall.GETPID, seven));
    }

    @Test
    void moreThanThreeToleratedErrorsAreRefused() {
        var tolerant =
                program.prepare().tolerating(Errno.EPERM, Errno.EACCES, Errno.EIO, Errno.EBUSY);
        assertThrows(IllegalArgumentException.class, () -> tolerant.run("l", SystemCall.GETPID));
    }

    @Test
    void imageComesBackAsItWasWritten() throws IOException {
        for (ContainerPlan plan : PlanFixture.all().values()) {
            byte[] written = bytes(ProgramEncoder.encode(SetupCompiler.compile(plan)));
            ProgramImage read = read(written);
            assertArrayEquals(written, bytes(read));
        }
    }

    @Test
    void imageThatIsCutShortIsRefusedWherever() throws IOException {
        program.attach().run("l", SystemCall.CHDIR, Argument.text("x"));
        program.addCgroup("/group");
        byte[] written = bytes(image());
        IntStream.range(0, written.length)
                .forEach(
                        length ->
                                assertThrows(
                                        EOFException.class,
                                        () -> read(Arrays.copyOf(written, length))));
    }

    private static byte[] bytes(ProgramImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        image.writeTo(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static ProgramImage read(byte[] bytes) throws IOException {
        return ProgramImage.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static ByteBuffer words(ProgramImage image) {
        return ByteBuffer.wrap(image.data()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String string(ProgramImage image, int offset) {
        byte[] data = image.data();
        int end = offset;
        while (data[end] != 0) {
            end++;
        }
        return new String(data, offset, end - offset, StandardCharsets.UTF_8);
    }
}
