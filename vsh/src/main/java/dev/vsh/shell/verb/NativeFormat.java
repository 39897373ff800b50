package dev.vsh.shell.verb;

import dev.vsh.driver.NativeConversion;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.List;

/** What the two conversions have in common. */
final class NativeFormat {
    private static final List<String> KNOWN = List.of("lxc-tools");

    private NativeFormat() {}

    static Option.Text option(String help) {
        return Option.Text.required("format", help, (_, _) -> KNOWN);
    }

    /** The text is the result; what was lost on the way stays out of a redirected one. */
    static void print(NativeConversion conversion, Output output) {
        conversion.warnings().forEach(output::warning);
        output.printLine(conversion.text().stripTrailing());
    }
}
