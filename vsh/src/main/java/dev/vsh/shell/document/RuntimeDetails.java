package dev.vsh.shell.document;

import java.util.List;
import java.util.regex.Pattern;

/** What a running domain's document has that is no difference from its definition: numbers and devices of this run. */
public final class RuntimeDetails {
    private static final Pattern ATTRIBUTES =
            Pattern.compile(
                    "(?<=<domain type='lxc') id='[0-9]+'|(?<=<console type='pty') tty='[^']*'");
    private static final Pattern ELEMENTS =
            Pattern.compile(
                    "\\s*<alias name='[^']*'/>|\\s*<source path='[^']*/console[0-9]+'/>"
                            + "|\\s*<source path='/proc/[0-9]+/root/dev/pts/[0-9]+'/>");

    private RuntimeDetails() {}

    /**
     * @param document as the driver wrote it
     * @return its lines
     */
    public static List<String> without(String document) {
        return document.lines()
                .filter(line -> !ELEMENTS.matcher(line).matches())
                .map(line -> ATTRIBUTES.matcher(line).replaceAll(""))
                .toList();
    }
}
