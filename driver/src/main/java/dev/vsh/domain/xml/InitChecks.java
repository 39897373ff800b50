package dev.vsh.domain.xml;

import dev.vsh.schema.OsTypeXml;
import dev.vsh.schema.OsXml;

import java.util.function.Consumer;

/** The first process. */
final class InitChecks {
    private InitChecks() {}

    static void os(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (OsXml os : domain.xml().getOs()) {
            Single.of(os.getType())
                    .ifPresentOrElse(
                            type -> type(domain, type, problems),
                            () ->
                                    problems.accept(
                                            domain.problem(os, "<os> needs <type>exe</type>")));
        }
    }

    private static void type(ParsedDomain domain, OsTypeXml type, Consumer<XmlProblem> problems) {
        if (!type.getValue().equals("exe")) {
            problems.accept(
                    domain.problem(
                            type,
                            "<type> is %s, but a container's can only be 'exe'"
                                    .formatted(Quote.of(type.getValue()))));
        }
    }

    static void init(ParsedDomain domain, Consumer<XmlProblem> problems) {
        String message = "init binary must be specified: <os> needs an <init>";
        Single.of(domain.xml().getOs())
                .ifPresentOrElse(
                        os -> {
                            if (os.getInit().isEmpty()) {
                                problems.accept(domain.problem(os, message));
                            }
                        },
                        () -> problems.accept(domain.problem(message)));
    }
}
