package dev.vsh.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

import org.junit.jupiter.api.Test;

/** That the version of JNA that is in use is one of those that the short way fits. */
final class LongBindingTest {
    private static final Function SYSCALL = NativeLibrary.getProcess().getFunction("syscall");

    private static final class Bound {
        static native long syscall(long number, long a, long b);
    }

    private static final class Without {
        static long syscall(long number) {
            return number;
        }
    }

    @Test
    void boundMethodGivesResultsAndErrors() throws ReflectiveOperationException {
        LongBinding.bind(Bound.class, SYSCALL);
        assertEquals(
                ProcessHandle.current().pid(), Bound.syscall(SystemCall.GETPID.number(), 0, 0));
        assertEquals(-1, Bound.syscall(SystemCall.CLOSE.number(), -1, 0));
        assertEquals(Errno.EBADF.number(), Native.getLastError());
    }

    @Test
    void classWithoutNativeMethodIsRefused() {
        assertThrows(NoSuchMethodException.class, () -> LongBinding.bind(Without.class, SYSCALL));
        assertEquals(7, Without.syscall(7));
    }
}
