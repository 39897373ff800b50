package dev.vsh.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How a terminal treats what passes through it: {@code struct termios} of the kernel, {@code asm-generic/termbits.h}.
 * Immutable. The speed of a line is among the control flags, and stays what it was unless those bits are changed.
 */
public final class Termios {
    static final int SIZE = 36;
    private static final int CHARACTERS = 17;

    /** The four words of flags, in the order of the structure. */
    public enum Word {
        INPUT,
        OUTPUT,
        CONTROL,
        LOCAL
    }

    private final byte[] bytes;

    private Termios(byte[] bytes) {
        this.bytes = bytes;
    }

    static Termios of(byte[] structure) {
        return new Termios(Arrays.copyOf(structure, SIZE));
    }

    byte[] structure() {
        return bytes.clone();
    }

    public int flags(Word word) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt(offset(word));
    }

    public Termios withFlags(Word word, int flags) {
        byte[] changed = structure();
        ByteBuffer.wrap(changed).order(ByteOrder.nativeOrder()).putInt(offset(word), flags);
        return new Termios(changed);
    }

    /**
     * @param index 0 to 18, as {@code VINTR}, {@code VMIN}
     * @return 0 to 255; for most 0 means that there is none
     */
    public int character(int index) {
        return Byte.toUnsignedInt(bytes[CHARACTERS + index]);
    }

    public Termios withCharacter(int index, int character) {
        byte[] changed = structure();
        changed[CHARACTERS + index] = (byte) character;
        return new Termios(changed);
    }

    private static int offset(Word word) {
        return word.ordinal() * Integer.BYTES;
    }
}
