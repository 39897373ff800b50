package dev.vsh.linux;

import com.sun.jna.Memory;

import java.nio.charset.StandardCharsets;

/**
 * A block of memory outside the Java heap, zeroed, for structures and strings that the kernel reads or
 * writes. It is freed some time after nothing refers to this object any more; whoever hands its {@link
 * #address()} to the kernel keeps the object: a local variable that is not used after the call is not enough for that,
 * {@link java.lang.ref.Reference#reachabilityFence} is.
 */
public final class NativeMemory {
    private final Memory memory;
    private final long address;

    public NativeMemory(long size) {
        this.memory = new Memory(Math.max(size, 8));
        this.memory.clear();
        this.address = com.sun.jna.Pointer.nativeValue(memory);
    }

    /** The bytes of {@code text} in UTF-8 with a NUL behind them. */
    public static NativeMemory ofString(String text) {
        return ofBytes((text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    public static NativeMemory ofBytes(byte[] bytes) {
        var memory = new NativeMemory(bytes.length);
        memory.put(0, bytes, 0, bytes.length);
        return memory;
    }

    public long address() {
        return address;
    }

    public long size() {
        return memory.size();
    }

    public void putInt(long offset, int value) {
        memory.setInt(offset, value);
    }

    public void putLong(long offset, long value) {
        memory.setLong(offset, value);
    }

    public void putShort(long offset, short value) {
        memory.setShort(offset, value);
    }

    public int getInt(long offset) {
        return memory.getInt(offset);
    }

    public long getLong(long offset) {
        return memory.getLong(offset);
    }

    public short getShort(long offset) {
        return memory.getShort(offset);
    }

    public void put(long offset, byte[] source, int start, int length) {
        memory.write(offset, source, start, length);
    }

    public void get(long offset, byte[] target, int start, int length) {
        memory.read(offset, target, start, length);
    }
}
