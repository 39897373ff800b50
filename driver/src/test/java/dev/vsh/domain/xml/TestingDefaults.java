package dev.vsh.domain.xml;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Defaults that are the same in every run: addresses count up from 00:16:3e:00:00:01. */
final class TestingDefaults {
    static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private TestingDefaults() {}

    static DomainXmlReader reader(DomainGrammar grammar) {
        var next = new AtomicInteger();
        return new DomainXmlReader(
                grammar,
                new Defaults(
                        () -> ID,
                        () -> "00:16:3e:00:00:%02x".formatted(next.incrementAndGet()),
                        "x86_64"));
    }
}
