package dev.vsh.linux;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

import org.jspecify.annotations.NullUnmarked;

/**
 * libc's {@code syscall(2)}, the one native function of this product. Direct mapping with arguments
 * that are all numbers, because such a call allocates nothing on the Java heap: the child of the clone
 * rule depends on that.
 */
@NullUnmarked
final class Libc {
    static {
        // The process has libc already; a search for it by name would look at the whole machine.
        NativeLibrary process = NativeLibrary.getProcess();
        if (!isBoundCheaply(process)) {
            Native.register(Libc.class, process);
        }
    }

    private Libc() {}

    private static boolean isBoundCheaply(NativeLibrary process) {
        if (!LongBinding.isCheap()) {
            return false;
        }
        try {
            LongBinding.bind(Libc.class, process.getFunction("syscall"));
            return true;
        } catch (ReflectiveOperationException _) {
            // Another JNA: then in the way that all have.
            return false;
        }
    }

    static native long syscall(long number, long a, long b, long c, long d, long e, long f);
}
