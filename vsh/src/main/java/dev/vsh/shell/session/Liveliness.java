package dev.vsh.shell.session;

import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

/** Whether a domain runs that may be gone: a transient one goes with its end. */
public final class Liveliness {
    private Liveliness() {}

    public static boolean isActive(Domain domain) {
        try {
            return domain.isActive();
        } catch (DriverException e) {
            if (e.code() == ErrorCode.NO_DOMAIN) {
                return false;
            }
            throw e;
        }
    }
}
