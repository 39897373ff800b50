package dev.vsh.driver;

import java.net.URI;

/**
 * What a driver offers to {@link Connection#open(String)}. Drivers of others are found by {@link
 * java.util.ServiceLoader}.
 */
public interface DriverProvider {
    /** The URI scheme that this driver answers to: {@code lxc}, {@code test}. */
    String scheme();

    /**
     * @throws DriverException NO_CONNECT or INVALID_ARG when the rest of the URI makes no sense,
     *     SYSTEM_ERROR when the folders behind it cannot be used
     */
    Connection open(URI uri, boolean readOnly);
}
