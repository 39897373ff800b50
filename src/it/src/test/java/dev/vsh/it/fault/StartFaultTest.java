package dev.vsh.it.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.DiskImage;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whoever is killed in front of whichever step of a start: the list is true, the next start works, nothing leaks. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.LOOP_DEVICES, Need.USER_NAMESPACES})
final class StartFaultTest {
    private static final int TRIES = 5;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private Scene scene;
    private Shells shells;
    private BusyboxRoot root;
    private Path image;
    private Optional<ShellSession> shell = Optional.empty();

    /** Who dies. */
    enum Victims {
        HELPER(Moment.Counted.HELPER, false),
        CHILD(Moment.Counted.CHILD, false),
        HELPER_AND_SHELL(Moment.Counted.HELPER, true),
        CHILD_AND_SHELL(Moment.Counted.CHILD, true);

        private final Moment.Counted counted;
        private final boolean shellToo;

        Victims(Moment.Counted counted, boolean shellToo) {
            this.counted = counted;
            this.shellToo = shellToo;
        }
    }

    @BeforeEach
    void prepare() {
        connection = sandbox.connect();
        scene = new Scene(sandbox, connection);
        shells = new Shells(sandbox.vsh());
        root = sandbox.busyboxRoot();
        image = DiskImage.EXT4.make(sandbox.folder(), root.folder());
    }

    @AfterEach
    void close() {
        shell.ifPresent(ShellSession::close);
        shells.close();
        connection.close();
    }

    @ParameterizedTest
    @EnumSource(Victims.class)
    void samplesOfAStartCanBeKilled(Victims victims) {
        assertTrue(new Sweep(41).run(call -> kill(victims, call)) > 2);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Victims.class)
    void everyStepOfAStartCanBeKilled(Victims victims) {
        assertTrue(new Sweep(1).run(call -> kill(victims, call)) > 80);
    }

    /** A helper on a busy machine may be past its first call before it is followed: then there was no moment. */
    private Tracer.Outcome kill(Victims victims, int call) {
        Tracer.Outcome outcome = killOnce(victims, call);
        for (int tries = 0; outcome.calls() == 0 && tries < TRIES; tries++) {
            outcome = killOnce(victims, call);
        }
        return outcome;
    }

    private Tracer.Outcome killOnce(Victims victims, int call) {
        var domain =
                scene.define(
                        sandbox.document(root)
                                .init("/bin/sleep", "1000")
                                .image(image, "/out", "")
                                .devices("<interface type='ethernet'/>")
                                .consoles(2)
                                .idMap(100_000, 65_536)
                                .document());
        ShellSession starter = shell.filter(ShellSession::awaitDone).orElseGet(shells::next);
        shell = Optional.of(starter);
        starter.say("start " + domain.name());
        long helper =
                Await.until("a helper", () -> Helpers.startedBy(starter.pid()), Optional::isPresent)
                        .orElseThrow()
                        .pid();
        List<Long> accomplices = victims.shellToo ? List.of(starter.pid()) : List.of();
        Tracer tracer = Tracer.follow(helper, new Moment(victims.counted, call, accomplices));
        starter.awaitDone();
        scene.assertWhole();
        return tracer.outcome().join();
    }

    @Test
    void shellCanBeKilled() {
        assertTrue(new Sweep(11).run(this::killShell) > 2);
    }

    @Tag("soak")
    @Test
    void shellCanBeKilledAtEveryStep() {
        assertTrue(new Sweep(1).run(this::killShell) > 20);
    }

    private Tracer.Outcome killShell(int call) {
        var domain = scene.define(sandbox.document(root).init("/bin/sleep", "1000").document());
        try (ShellSession starter = shells.next()) {
            Tracer tracer =
                    Tracer.follow(starter.pid(), new Moment(Moment.Counted.SHELL, call, List.of()));
            starter.say("start " + domain.name());
            starter.say("quit");
            starter.awaitReady();
            scene.assertWhole();
            return tracer.outcome().join();
        }
    }

    /** As with {@code strace -f}. */
    @Test
    void startCanBeFollowed() {
        var domain = scene.define(sandbox.document(root).init("/bin/sleep", "1000").document());
        try (ShellSession starter = shells.next()) {
            Tracer.follow(starter.pid(), Moment.NEVER);
            starter.say("start " + domain.name());
            starter.say("quit");
            starter.awaitReady();
            assertEquals(List.of(), starter.errors());
            assertTrue(domain.isActive());
            scene.assertWhole();
        }
    }
}
