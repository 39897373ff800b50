package dev.vsh.linux;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The signals that a process waits for in sigtimedwait(2). Its blocked signals do not tell: the kernel takes those that
 * are waited for out of {@code SigBlk} as long as the wait lasts, {@code do_sigtimedwait()} in kernel/signal.c.
 */
public final class AwaitedSignals {
    private static final int SIGNALS_PER_BYTE = 8;

    private AwaitedSignals() {}

    /**
     * A bit for each signal, that of signal 1 first; 0 when it does not wait so, or cannot be looked at.
     *
     * @param process its folder in {@code /proc}
     */
    public static long of(Path process) {
        try {
            String[] call =
                    Files.readString(process.resolve("syscall"), StandardCharsets.ISO_8859_1)
                            .strip()
                            .split(" ", 3);
            boolean waits = call[0].equals(Integer.toString(SystemCall.RT_SIGTIMEDWAIT.number()));
            return waits ? read(process, Long.decode(call[1])) : 0;
        } catch (IOException | IllegalArgumentException _) {
            return 0;
        }
    }

    /** On both architectures a set is eight bytes, the lowest signals first. */
    private static long read(Path process, long address) throws IOException {
        try (RandomAccessFile memory = new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
            memory.seek(address);
            byte[] bytes = new byte[Long.BYTES];
            memory.readFully(bytes);
            long set = 0;
            for (int i = 0; i < bytes.length; i++) {
                set |= (bytes[i] & 0xffL) << (SIGNALS_PER_BYTE * i);
            }
            return set;
        }
    }
}
