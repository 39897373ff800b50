package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

/**
 * The names of a running domain's consoles, as its live document has them.
 *
 * @param count how many it has, one at least
 */
record ConsoleAliases(String domain, int count) {
    private static final String PREFIX = "console";

    /**
     * @throws DriverException INVALID_ARG when there is none of that name
     */
    int number(String alias) {
        for (int number = 0; number < count; number++) {
            if (alias.equals(PREFIX + number)) {
                return number;
            }
        }
        throw new DriverException(
                ErrorCode.INVALID_ARG,
                "domain '"
                        + domain
                        + "' has no console '"
                        + alias
                        + "', it has console0"
                        + (count > 1 ? " to console" + (count - 1) : ""));
    }
}
