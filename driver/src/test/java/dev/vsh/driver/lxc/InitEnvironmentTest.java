package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainDefinition;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class InitEnvironmentTest {
    private static final Definitions DEFINITIONS = new Definitions();

    private static List<String> environment(String os, String devices) {
        return InitEnvironment.of(
                DEFINITIONS.read(
                        """
                        <domain type='lxc'><name>web</name>
                        <uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid><memory>1024</memory>
                        <os><type>exe</type>%s</os>
                        <devices><console type='pty'/>%s</devices></domain>
                        """
                                .formatted(os, devices)),
                Optional.empty());
    }

    @Test
    void environmentIsLibvirts() {
        assertEquals(
                List.of(
                        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "TERM=linux",
                        "container=lxc-libvirt",
                        "HOME=/",
                        "container_uuid=c7a5fdbd-edaf-9455-926a-d65c16db1809",
                        "LIBVIRT_LXC_UUID=c7a5fdbd-edaf-9455-926a-d65c16db1809",
                        "LIBVIRT_LXC_NAME=web"),
                environment("<init>/bin/sh</init>", ""));
    }

    @Test
    void whatTheDocumentSaysWins() {
        List<String> environment =
                environment(
                        """
                        <init>/bin/sh</init><initenv name='TERM'>xterm</initenv>
                        <initenv name='A'>1=2</initenv>
                        """,
                        "");
        assertTrue(environment.containsAll(List.of("TERM=xterm", "A=1=2")));
        assertFalse(environment.contains("TERM=linux"));
    }

    @Test
    void timeZoneIsARule() {
        DomainDefinition domain = DEFINITIONS.with("", "");
        assertTrue(InitEnvironment.of(domain, Optional.of("CET-1CEST")).contains("TZ=CET-1CEST"));
    }

    @Test
    void commandLineIsPassedUnparsed() {
        List<String> environment =
                environment("<init>/bin/sh</init><cmdline>quiet  splash</cmdline>", "");
        assertTrue(environment.contains("LIBVIRT_LXC_CMDLINE=quiet  splash"));
    }

    @Test
    void furtherConsolesAreNamed() {
        List<String> environment =
                environment("<init>/bin/sh</init>", "<console type='pty'/><console type='pty'/>");
        assertTrue(environment.contains("container_ttys=pts/1 pts/2"));
    }
}
