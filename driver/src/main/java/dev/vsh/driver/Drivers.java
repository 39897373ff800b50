package dev.vsh.driver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ServiceLoader;

/** Finds the driver that answers to a URI. */
final class Drivers {
    private Drivers() {}

    static Connection open(String uri, boolean readOnly) {
        URI parsed = parse(uri);
        String scheme = parsed.getScheme();
        for (DriverProvider provider :
                ServiceLoader.load(DriverProvider.class, Drivers.class.getClassLoader())) {
            if (provider.scheme().equals(scheme)) {
                return provider.open(parsed, readOnly);
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
