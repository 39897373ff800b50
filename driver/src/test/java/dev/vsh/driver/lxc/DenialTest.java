package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.SystemCall;

import org.junit.jupiter.api.Test;

final class DenialTest {
    private static DriverException denial(Errno errno) {
        return Denial.of(
                "cannot end the processes of domain 'web'",
                new SyscallException(SystemCall.PIDFD_SEND_SIGNAL, errno, 7));
    }

    @Test
    void missingRightIsToldWithTheRemedy() {
        DriverException denial = denial(Errno.EPERM);
        assertEquals(ErrorCode.OPERATION_DENIED, denial.code());
        assertEquals(
                "cannot end the processes of domain 'web': they belong to another user, try again"
                        + " as root",
                denial.details().getFirst());
    }

    @Test
    void anythingElseIsToldAsItIs() {
        DriverException denial = denial(Errno.EINVAL);
        assertEquals(ErrorCode.SYSTEM_ERROR, denial.code());
        assertEquals(
                "cannot end the processes of domain 'web': pidfd_send_signal(7): " + Errno.EINVAL,
                denial.details().getFirst());
    }
}
