package dev.vsh.domain.xml;

import dev.vsh.schema.CharacterDeviceTypeXml;
import dev.vsh.schema.ConsoleXml;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Consoles. */
final class ConsoleChecks {
    private ConsoleChecks() {}

    static void type(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (ConsoleXml console : domain.consoles()) {
            CharacterDeviceTypeXml type = ConsoleBinding.type(console);
            if (type != CharacterDeviceTypeXml.PTY) {
                problems.accept(
                        domain.problem(
                                console,
                                "<console> has the type '%s', but a container's can only be 'pty'"
                                        .formatted(type.value())));
            }
        }
    }

    static void ports(ParsedDomain domain, Consumer<XmlProblem> problems) {
        Set<Integer> taken = new HashSet<>();
        for (ConsoleXml console : domain.consoles()) {
            ConsoleBinding.port(console)
                    .filter(port -> !taken.add(port))
                    .ifPresent(
                            port ->
                                    problems.accept(
                                            domain.problem(
                                                    console,
                                                    "there is another <console> on port " + port)));
        }
    }
}
