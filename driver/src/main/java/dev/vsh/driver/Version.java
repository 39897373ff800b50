package dev.vsh.driver;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** This product's version, which the build writes into the jar. */
public final class Version {
    private Version() {}

    public static String current() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.INTERNAL_ERROR, "cannot read version.properties: " + e.getMessage(), e);
        }
    }
}
