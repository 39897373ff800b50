package dev.vsh.domain.xml;

import dev.vsh.schema.AutostartXml;
import dev.vsh.schema.ContainerXml;
import dev.vsh.schema.PredecessorXml;
import dev.vsh.schema.ReadinessXml;

import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code <vsh:autostart>}. */
final class AutostartChecks {
    private AutostartChecks() {}

    static void readiness(ParsedDomain domain, Consumer<XmlProblem> problems) {
        autostart(domain)
                .flatMap(autostart -> autostart.getReady().stream())
                .filter(ready -> hasFile(ready) == hasCommand(ready))
                .forEach(
                        ready ->
                                problems.accept(
                                        domain.problem(
                                                ready,
                                                "<vsh:ready> needs either 'file' or 'command'")));
    }

    private static boolean hasFile(ReadinessXml ready) {
        return ready.getFile() != null;
    }

    private static boolean hasCommand(ReadinessXml ready) {
        return ready.getCommand() != null;
    }

    static void predecessors(ParsedDomain domain, Consumer<XmlProblem> problems) {
        String name = Texts.first(domain.xml().getName()).orElse("");
        autostart(domain)
                .flatMap(autostart -> autostart.getAfter().stream())
                .filter(predecessor -> isNamed(predecessor, name))
                .forEach(
                        predecessor ->
                                problems.accept(
                                        domain.problem(
                                                predecessor,
                                                "domain '%s' cannot start after itself"
                                                        .formatted(name))));
    }

    private static boolean isNamed(PredecessorXml predecessor, String name) {
        return name.equals(predecessor.getName());
    }

    private static Stream<AutostartXml> autostart(ParsedDomain domain) {
        return domain.xml().getContainer().stream()
                .map(ContainerXml::getAutostart)
                .flatMap(Stream::ofNullable);
    }
}
