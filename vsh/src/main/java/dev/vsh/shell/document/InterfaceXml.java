package dev.vsh.shell.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An {@code <interface>} of a document.
 *
 * @param target name of the host's end
 * @param source the bridge, interface or network that it is connected to
 * @param linkState {@code up} or {@code down}, where given
 */
public record InterfaceXml(
        String type,
        Optional<String> target,
        Optional<String> source,
        Optional<String> model,
        Optional<String> mac,
        Optional<String> linkState) {
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}");

    /** What commands call it: the host's end where it has one. */
    public Optional<String> name() {
        return target.or(() -> mac);
    }

    /**
     * @param name of its host's end, or its address
     */
    public boolean isCalled(String name) {
        return target.filter(name::equals).isPresent()
                || mac.filter(name::equalsIgnoreCase).isPresent();
    }

    /** Whether a name is an address. */
    public static boolean isMac(String name) {
        return MAC.matcher(name).matches();
    }
}
