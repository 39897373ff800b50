package dev.vsh.driver.memory;

import dev.vsh.driver.Connection;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.DriverProvider;
import dev.vsh.driver.ErrorCode;

import java.net.URI;

/** Answers to {@code test:///default}; each connection has domains of its own. */
public final class MemoryDriverProvider implements DriverProvider {
    private static final String PATH = "/default";

    @Override
    public String scheme() {
        return "test";
    }

    @Override
    public Connection open(URI uri, boolean readOnly) {
        if (!PATH.equals(uri.getPath())) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG,
                    "'" + uri + "' names no set of test domains, try test:///default");
        }
        MemoryHost host = new MemoryHost();
        host.createWithDefinition(TestDomain.definition());
        return new MemoryConnection(host, readOnly);
    }
}
