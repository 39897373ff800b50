package dev.vsh.linux;

import java.io.IOException;
import java.util.logging.LogManager;

/**
 * What {@code -Djava.util.logging.manager} names in our own processes. JNA asks for a logger as soon as it is used, and the
 * first one has the JDK read its settings and look for other ways to log: a tenth of the life of a short command. Of what
 * libraries say in this way nothing is shown.
 */
public final class NoLogging extends LogManager {
    /** The one way to keep the JDK from going on to other ways to log, which it takes for settings it cannot read. */
    @Override
    public void readConfiguration() throws IOException {
        throw new IOException("nothing is logged");
    }
}
