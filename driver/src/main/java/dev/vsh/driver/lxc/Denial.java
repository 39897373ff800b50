package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SyscallException;

/** What a user is told of a system call of ours that failed on somebody's process. */
final class Denial {
    private Denial() {}

    /**
     * @param what could not be done, and to which domain
     */
    static DriverException of(String what, SyscallException failure) {
        boolean denied = failure.errno() == Errno.EPERM || failure.errno() == Errno.EACCES;
        return denied
                ? new DriverException(
                        ErrorCode.OPERATION_DENIED,
                        what + ": they belong to another user, try again as root",
                        failure)
                : new DriverException(
                        ErrorCode.SYSTEM_ERROR, what + ": " + failure.getMessage(), failure);
    }
}
