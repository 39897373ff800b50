package dev.vsh.shell.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a running domain's document has that is no difference from its definition: numbers, names and devices of this
 * run, and what a definition that does not say it means all the same.
 */
public final class RuntimeDetails {
    private static final Pattern ATTRIBUTES =
            Pattern.compile(
                    "(?<=<domain type='lxc') id='[0-9]+'|(?<=<console type='pty') tty='[^']*'"
                            + "|(?<=<source network='[^']{1,200}') bridge='[^']*'");
    private static final Pattern ELEMENTS =
            Pattern.compile(
                    "\\s*<alias name='[^']*'/>|\\s*<source path='[^']*/console[0-9]+'/>"
                            + "|\\s*<source path='/proc/[0-9]+/root/dev/pts/[0-9]+'/>"
                            + "|\\s*<target dev='vsh[0-9]+-[0-9]+'/>");
    private static final Pattern GIVEN_NAME = Pattern.compile("\\s*<guest dev='eth[0-9]+'/>");
    private static final Pattern MAC = Pattern.compile("\\s*<mac address='([^']*)'/>");
    private static final String ROOT = "<target dir='/'/>";

    private RuntimeDetails() {}

    /**
     * @param active as the driver wrote it
     * @param inactive the definition's document
     * @return the lines of {@code active}
     */
    public static List<String> without(String active, String inactive) {
        List<String> definition = inactive.lines().toList();
        List<String> lines = new ArrayList<>();
        for (List<String> device : devices(active.lines().toList())) {
            if (!isImpliedRoot(device, definition)) {
                boolean named = isNamed(device, definition);
                device.stream()
                        .filter(line -> !ELEMENTS.matcher(line).matches())
                        .filter(line -> named || !GIVEN_NAME.matcher(line).matches())
                        .map(line -> ATTRIBUTES.matcher(line).replaceAll(""))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** A filesystem or interface each, and the lines between. */
    private static List<List<String>> devices(List<String> lines) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String line : lines) {
            boolean begins =
                    line.startsWith("    <filesystem ") || line.startsWith("    <interface ");
            if (begins) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.add(line);
            if (line.equals("    </filesystem>") || line.equals("    </interface>")) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        parts.add(part);
        return parts;
    }

    /** A container without a root filesystem has the host's. */
    private static boolean isImpliedRoot(List<String> device, List<String> definition) {
        Predicate<String> root = line -> line.strip().equals(ROOT);
        return device.stream().anyMatch(root) && definition.stream().noneMatch(root);
    }

    /** Whether the definition says what the interface is called inside. */
    private static boolean isNamed(List<String> device, List<String> definition) {
        Optional<String> mac = mac(device);
        return devices(definition).stream()
                .filter(other -> mac.isPresent() && mac(other).equals(mac))
                .flatMap(List::stream)
                .anyMatch(line -> line.contains("<guest dev="));
    }

    private static Optional<String> mac(List<String> device) {
        return device.stream()
                .map(MAC::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
