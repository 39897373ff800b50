package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.domain.DomainDefinition;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class ConcurrencyTest {
    private final DomainGrammar grammar = new DomainGrammar();
    private final DomainXmlReader reader = DomainXmlReader.create(grammar);
    private final DomainXmlWriter writer = new DomainXmlWriter(grammar);

    @Test
    void oneReaderAndOneWriterServeManyThreads() throws InterruptedException, ExecutionException {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String name = "web" + i;
            tasks.add(
                    () -> {
                        readsItself(name);
                        return null;
                    });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
    }

    private void readsItself(String name) {
        String document =
                """
                <domain type='lxc'>
                  <name>%s</name>
                  <uuid>%s</uuid>
                  <metadata><x xmlns='urn:%s'/></metadata>
                  <memory>1024</memory>
                  <os><type>exe</type><init>/%s</init></os>
                  <devices><graphics type='%s'/></devices>
                </domain>
                """
                        .formatted(name, new UUID(0, name.hashCode()), name, name, name);
        DomainDefinition definition = reader.read(document, name, true);
        assertEquals(name, definition.name());
        assertEquals("/" + name, definition.init().path());
        assertEquals("<graphics type='" + name + "'/>", definition.unsupported().getFirst().xml());
        assertEquals(definition, reader.read(writer.write(definition), name, true));
    }
}
