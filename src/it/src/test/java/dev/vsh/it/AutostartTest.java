package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.Network;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;

/** What begins with the host and ends with it. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class AutostartTest {
    /** Ready a moment after its start, and it ends when it is asked to. */
    private static final String SERVICE =
            "trap 'exit 0' TERM; sleep 0.3; touch /ready; while :; do sleep 0.1; done";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private ContainerDocument service(String autostart) {
        return sandbox.document(sandbox.busyboxRoot())
                .init("/bin/sh", "-c", SERVICE)
                .elements("<vsh:container>" + autostart + "</vsh:container>");
    }

    private Domain define(Connection connection, ContainerDocument document) {
        Domain domain = connection.defineDomain(document.document());
        domain.setAutostart(true);
        return domain;
    }

    /** A look at the networks defines the first. */
    @AfterEach
    void forgetNetworks() {
        try (Connection connection = sandbox.connect()) {
            connection.networks().all().forEach(Network::undefine);
        }
    }

    @Test
    void domainsStartOnceThoseBeforeThemAreReadyAndEndTheOtherWayRound() {
        try (Connection connection = sandbox.connect()) {
            Domain last =
                    define(
                            connection,
                            service(
                                    "<vsh:autostart order='7'><vsh:ready command='[ -e /ready"
                                            + " ]'/></vsh:autostart>"));
            Domain first =
                    define(
                            connection,
                            service(
                                    "<vsh:autostart order='3'><vsh:ready"
                                            + " file='/ready'/></vsh:autostart>"));
            Domain broken =
                    define(
                            connection,
                            sandbox.document(sandbox.busyboxRoot()).init("/no/such/init"));
            Domain waiting =
                    define(
                            connection,
                            service(
                                    "<vsh:autostart><vsh:after name='%s'/></vsh:autostart>"
                                            .formatted(broken.name())));
            Domain other = connection.defineDomain(service("").document());

            Vsh.Result result = sandbox.vsh().run("autostart-all");
            assertEquals(1, result.status());
            assertEquals(
                    List.of(
                            "Domain '%s' is ready".formatted(first.name()),
                            "Domain '%s' is ready".formatted(last.name())),
                    result.out().lines().filter(line -> !line.isEmpty()).toList());
            assertTrue(
                    result.errors().contains("Failed to start domain '" + broken.name() + "'"),
                    result.errors());
            assertTrue(
                    result.errors()
                            .contains("it comes after '" + broken.name() + "', which is not ready"),
                    result.errors());
            assertFalse(waiting.isActive());
            assertFalse(other.isActive());

            Vsh.Result stop = sandbox.vsh().run("shutdown-all", "--timeout", "20");
            assertEquals(
                    List.of(
                            "Domain '%s' has been shut down".formatted(last.name()),
                            "Domain '%s' has been shut down".formatted(first.name())),
                    stop.requireSuccess().out().lines().filter(line -> !line.isEmpty()).toList());
        }
    }

    @Test
    void whatIsNotReadyInTimeIsNamedAndWhatDoesNotEndIsDestroyedIfWanted() {
        try (Connection connection = sandbox.connect()) {
            ContainerDocument deaf =
                    sandbox.document(sandbox.busyboxRoot())
                            .init("/bin/sleep", "1000")
                            .elements(
                                    "<vsh:container><vsh:autostart><vsh:ready file='/never'"
                                            + " timeout='1'/></vsh:autostart></vsh:container>");
            Domain domain = define(connection, deaf);
            Vsh.Result start = sandbox.vsh().run("autostart-all");
            assertTrue(
                    start.errors().contains("it runs, but was not ready within 1 s"),
                    start.errors());
            Vsh.Result refused = sandbox.vsh().run("shutdown-all", "--timeout", "1");
            assertEquals(1, refused.status());
            assertTrue(domain.isActive());
            sandbox.vsh().run("shutdown-all", "--timeout", "1", "--destroy").requireSuccess();
            assertFalse(domain.isActive());
        }
    }
}
