package dev.vsh.driver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;

/** Finds the driver that answers to a URI: one of ours, or of whoever else is on the class path. */
final class Drivers {
    /**
     * Ours, by names, because this package may not know those who implement it. A {@link ServiceLoader} opens every jar of
     * the class path to find them, which takes an eighth of a command's time.
     */
    private static final Map<String, String> OURS =
            Map.of(
                    "lxc", "dev.vsh.driver.lxc.LxcDriverProvider",
                    "test", "dev.vsh.driver.memory.MemoryDriverProvider");

    private Drivers() {}

    static Connection open(String uri, boolean readOnly) {
        URI parsed = parse(uri);
        String scheme = Objects.requireNonNullElse(parsed.getScheme(), "");
        return (OURS.containsKey(scheme) ? ours(OURS.get(scheme)) : other(scheme, uri))
                .open(parsed, readOnly);
    }

    private static DriverProvider ours(String name) {
        try {
            return (DriverProvider) Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the driver's jar is incomplete: " + name, e);
        }
    }

    private static DriverProvider other(String scheme, String uri) {
        for (DriverProvider provider :
                ServiceLoader.load(DriverProvider.class, Drivers.class.getClassLoader())) {
            if (provider.scheme().equals(scheme)) {
                return provider;
            }
        }
        throw new DriverException(
                ErrorCode.NO_CONNECT, "no driver for URI '" + uri + "', try lxc:///system");
    }

    private static URI parse(String uri) {
        try {
            return new URI(uri);
        } catch (URISyntaxException e) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG,
                    "'" + uri + "' is not a connection URI, try lxc:///system",
                    e);
        }
    }
}
