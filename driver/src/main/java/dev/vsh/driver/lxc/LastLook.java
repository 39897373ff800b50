package dev.vsh.driver.lxc;

import dev.vsh.driver.Connection;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

/**
 * A process that a helper leaves behind: it waits until the helper is gone, and looks at the domain, as any shell might.
 * Whoever is the first to do so cleans up and runs the hooks.
 */
public final class LastLook {
    private LastLook() {}

    /**
     * @param arguments the connection's URI, the domain's name and the helper's process id
     */
    public static void main(String[] arguments) {
        ProcessHandle.of(Long.parseLong(arguments[2])).ifPresent(helper -> helper.onExit().join());
        try (Connection connection = Connection.open(arguments[0])) {
            connection.lookupDomainByName(arguments[1]).status();
        } catch (DriverException e) {
            // A transient domain is gone with its end.
            if (e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
        }
    }
}
