package dev.vsh.linux;

import java.util.List;
import java.util.stream.Collectors;

/** A system call that failed: which, on what, and why. */
public final class SyscallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String call;
    private final Errno errno;

    public SyscallException(SystemCall call, Errno errno, Object... operands) {
        super(describe(call, operands) + ": " + errno);
        this.call = call.callName();
        this.errno = errno;
    }

    private static String describe(SystemCall call, Object... operands) {
        return List.of(operands).stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", call.callName() + "(", ")"));
    }

    public String call() {
        return call;
    }

    public Errno errno() {
        return errno;
    }
}
