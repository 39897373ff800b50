package dev.vsh.shell;

import java.util.List;

/** The page about output, as text. */
final class OutputPage {
    private static final int LONG = 60;

    private static final String INTRODUCTION =
            """
            # What programs read

            `--output table`, `plain` or `json` stands before the command (`vsh --output json list`), where it is
            for all commands of the line, or behind one that takes it (`list --output json`).

            - `table`, the default, is what virsh prints.
            - `plain` is a line for each item of a list, its values with tabs between them, in the order of the names
              below; or a line for each name and its value. There is no heading. What would break a line or a column
              is `\\xNN`; what is nested deeper is JSON.
            - `json` is an object, or an array of objects. What is not known is `null` or missing.

            With the last two nothing else is printed to standard output: no message, no blank line. A command that
            fails prints nothing there, its errors to standard error, and ends with status 1 as always. A command
            that changes something prints nothing.

            `event` prints a line for each event, when it comes: an object with `event`, `domain`, `detail` and `at`.

            The names stay. New ones may be added. Sizes are bytes and times nanoseconds where the name ends so.
            Those of `domstats` and `guestinfo` are virsh's. A document (`dumpxml`, `net-dumpxml`) is XML whatever
            the format; `net-dhcp-leases` has `expiry`, `mac`, `protocol`, `address`, `hostname` and `clientId` of each
            lease; `capabilities` and `domcapabilities` put theirs under `xml`.

            The answers are those of `test:///default`; a test makes this page of them. Long texts are cut here.
            """;

    private OutputPage() {}

    static String of(List<OutputExample> examples) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (OutputExample example : examples) {
            page.append("\n## ").append(example.command()).append("\n\n");
            page.append(
                    example.answers()
                            ? answer(example)
                            : "An object with `"
                                    + example.command().substring(3)
                                    + "`; not on an imaginary machine.\n");
        }
        return page.toString();
    }

    private static String answer(OutputExample example) {
        String json = cut(example.run("json").results());
        String shown = example.volatileValues() ? json.replaceAll(": .*?(,?)\n", ": …$1\n") : json;
        return "`" + example.line() + "`\n\n```json\n" + shown + "```\n";
    }

    private static String cut(String json) {
        StringBuilder text = new StringBuilder();
        for (String line : json.lines().toList()) {
            boolean tooLong = line.length() > 2 * LONG;
            text.append(tooLong ? line.substring(0, LONG) + "…\"" : line).append('\n');
        }
        return text.toString();
    }
}
