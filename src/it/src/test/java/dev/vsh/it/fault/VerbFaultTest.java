package dev.vsh.it.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A shell that is killed in front of whichever step of a verb: it has been done or not, and nothing leaks. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class VerbFaultTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private Scene scene;
    private Shells shells;
    private BusyboxRoot root;

    /** What is done; NAME stands for the domain's name, FILE for its document's. */
    enum Verb {
        DEFINE("define FILE", false, false),
        REDEFINE("define FILE", true, false),
        UNDEFINE("undefine NAME", true, false),
        RENAME("domrename NAME NAMEx", true, false),
        AUTOSTART("autostart NAME", true, false),
        CREATE("create FILE", false, false),
        START("start NAME", true, false),
        DESTROY("destroy NAME", true, true),
        SHUTDOWN("shutdown NAME --wait", true, true),
        RESET("reset NAME", true, true),
        SUSPEND("suspend NAME", true, true),
        TUNE("schedinfo NAME --set cpu_shares=77 --live --config", true, true),
        ATTACH("attach-device NAME NIC --live", true, true);

        private final String line;
        private final boolean defined;
        private final boolean running;

        Verb(String line, boolean defined, boolean running) {
            this.line = line;
            this.defined = defined;
            this.running = running;
        }
    }

    @BeforeEach
    void prepare() {
        connection = sandbox.connect();
        scene = new Scene(sandbox, connection);
        shells = new Shells(sandbox.vsh());
        root = sandbox.busyboxRoot();
    }

    @AfterEach
    void close() {
        shells.close();
        connection.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDEFINE", "RENAME", "DESTROY"})
    void samplesOfAVerbCanBeKilled(Verb verb) {
        assertTrue(new Sweep(7).run(call -> kill(verb, call)) > 0);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Verb.class)
    void everyStepOfAVerbCanBeKilled(Verb verb) {
        assertTrue(new Sweep(1).run(call -> kill(verb, call)) > 4);
    }

    private Tracer.Outcome kill(Verb verb, int call) {
        ContainerDocument document =
                sandbox.document(root)
                        .init("/bin/sh", "-c", "trap 'exit 0' TERM; while :; do sleep 1; done");
        Path nic = write("nic", "<interface type='ethernet'/>");
        Path file = write(document.name(), document.xml());
        if (verb.defined) {
            Domain domain = scene.define(document.document());
            // With its uuid.
            write(document.name(), domain.xml(XmlView.INACTIVE));
            if (verb.running) {
                domain.start();
            }
        }
        try (ShellSession shell = shells.next()) {
            Tracer tracer =
                    Tracer.follow(shell.pid(), new Moment(Moment.Counted.SHELL, call, List.of()));
            shell.say(
                    verb.line
                            .replace("NAME", document.name())
                            .replace("FILE", file.toString())
                            .replace("NIC", nic.toString()));
            shell.say("quit");
            shell.awaitReady();
            assertOneOfAKind();
            scene.assertWhole();
            return tracer.outcome().join();
        }
    }

    /** No domain has two names. */
    private void assertOneOfAKind() {
        List<Domain> domains = connection.listAllDomains();
        Set<Object> uuids = domains.stream().map(Domain::uuid).collect(Collectors.toSet());
        assertEquals(
                uuids.size(),
                domains.size(),
                () ->
                        "one domain under several names: "
                                + domains.stream().map(Domain::name).toList());
    }

    private Path write(String name, String xml) {
        try {
            return Files.writeString(sandbox.folder().resolve(name + ".xml"), xml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
