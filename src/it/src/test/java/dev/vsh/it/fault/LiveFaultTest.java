package dev.vsh.it.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DeviceAction;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.XmlView;
import dev.vsh.it.harness.BusyboxRoot;
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

/**
 * A helper, a shell, or both, killed in front of whichever step of a change to a running container; for the helper, of
 * its container's end as well.
 */
@Requires({Need.ROOT, Need.BUSYBOX, Need.LOOP_DEVICES, Need.USER_NAMESPACES})
final class LiveFaultTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private Scene scene;
    private Shells shells;
    private BusyboxRoot root;

    /** What is attached, or detached; FOLDER stands for the test's. */
    enum Device {
        FILESYSTEM(
                "<filesystem type='mount'><source dir='/bin'/><target dir='/more'/></filesystem>"),
        DISK("<disk type='file'><source file='FOLDER/disk.img'/><target dev='vdb'/></disk>"),
        NODE(
                "<hostdev mode='capabilities' type='misc'><source><char>/dev/loop-control</char>"
                        + "</source></hostdev>"),
        INTERFACE("<interface type='ethernet'><mac address='52:54:00:00:00:77'/></interface>");

        private final String xml;

        Device(String xml) {
            this.xml = xml;
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        connection = sandbox.connect();
        scene = new Scene(sandbox, connection);
        shells = new Shells(sandbox.vsh());
        root = sandbox.busyboxRoot();
        Files.writeString(sandbox.folder().resolve("disk.img"), " ".repeat(4096));
    }

    @AfterEach
    void close() {
        shells.close();
        connection.close();
    }

    private String xml(Device device) {
        return device.xml.replace("FOLDER", sandbox.folder().toString());
    }

    private Domain start() {
        Domain domain =
                scene.define(
                        sandbox.document(root)
                                .init("/bin/sleep", "1000")
                                .idMap(100_000, 65_536)
                                .document());
        domain.start();
        return domain;
    }

    private void change(Domain domain, DeviceAction action, Device device) {
        domain.changeDevice(action, DomainDocument.of(xml(device)), Set.of(XmlView.LIVE));
    }

    @ParameterizedTest
    @EnumSource(names = {"FILESYSTEM", "DISK"})
    void samplesOfAHelpersWorkCanBeKilled(Device device) {
        assertTrue(new Sweep(23).run(call -> killHelper(device, call)) > 0);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Device.class)
    void everyStepOfAHelpersWorkCanBeKilled(Device device) {
        assertTrue(new Sweep(1).run(call -> killHelper(device, call)) > 10);
    }

    /** While it attaches, detaches and attaches again, and when the container ends. */
    private Tracer.Outcome killHelper(Device device, int call) {
        Domain domain = start();
        Tracer tracer =
                Tracer.follow(
                        domain.id().orElseThrow(),
                        new Moment(Moment.Counted.SHELL, call, List.of()));
        try {
            change(domain, DeviceAction.ATTACH, device);
            change(domain, DeviceAction.DETACH, device);
            change(domain, DeviceAction.ATTACH, device);
        } catch (DriverException _) {
            // Its helper has been killed, and it says so.
        }
        scene.assertWhole();
        return tracer.outcome().join();
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Device.class)
    void everyStepOfAttachingCanBeKilled(Device device) throws IOException {
        Path file = write(device);
        assertTrue(
                new Sweep(1)
                                .run(
                                        call ->
                                                killShell(
                                                        "attach-device NAME " + file,
                                                        start(),
                                                        call,
                                                        false))
                        > 4);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Device.class)
    void everyStepOfDetachingCanBeKilledWithTheHelper(Device device) throws IOException {
        Path file = write(device);
        assertTrue(
                new Sweep(1)
                                .run(
                                        call -> {
                                            Domain domain = start();
                                            change(domain, DeviceAction.ATTACH, device);
                                            return killShell(
                                                    "detach-device NAME " + file,
                                                    domain,
                                                    call,
                                                    true);
                                        })
                        > 4);
    }

    private Path write(Device device) throws IOException {
        return Files.writeString(sandbox.folder().resolve("device.xml"), xml(device));
    }

    private Tracer.Outcome killShell(String line, Domain domain, int call, boolean helperToo) {
        List<Long> accomplices = helperToo ? List.of(domain.id().orElseThrow()) : List.of();
        try (ShellSession shell = shells.next()) {
            Tracer tracer =
                    Tracer.follow(shell.pid(), new Moment(Moment.Counted.SHELL, call, accomplices));
            shell.say(line.replace("NAME", domain.name()) + " --live");
            shell.say("quit");
            shell.awaitReady();
            scene.assertWhole();
            return tracer.outcome().join();
        }
    }
}
