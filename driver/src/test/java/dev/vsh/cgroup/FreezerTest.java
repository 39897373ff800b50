package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What is written to the freezer's files and read from them, of either version. */
final class FreezerTest {
    @TempDir private Path group;

    private Freezer v1() {
        return Freezer.of(
                new CgroupHost.Mounted.V1(group, Set.of("freezer"), Optional.empty()), group);
    }

    private Freezer v2() {
        return Freezer.of(new CgroupHost.Mounted.V2(group, Set.of()), group);
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(group.resolve(name).getParent());
        Files.writeString(group.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(group.resolve(name));
    }

    @Test
    void v1FreezesAndThaws() throws IOException {
        file("freezer.state", "THAWED");
        assertFalse(v1().isFrozen());
        assertTrue(v1().freeze());
        assertTrue(v1().isFrozen());
        assertTrue(v1().thaw());
        assertEquals("THAWED", read("freezer.state"));
    }

    @Test
    void v1ThatIsStillFreezingIsFrozen() throws IOException {
        file("freezer.state", "FREEZING");
        assertTrue(v1().isFrozen());
    }

    @Test
    void v2WaitsForTheEvent() throws IOException {
        file("cgroup.freeze", "0");
        file("cgroup.events", "populated 1\nfrozen 1\n");
        assertTrue(v2().freeze());
        assertEquals("1", read("cgroup.freeze"));
    }

    @Test
    void v2ThatStaysFrozenFromAboveIsNotThawed() throws IOException {
        file("cgroup.freeze", "1");
        file("cgroup.events", "populated 1\nfrozen 1\n");
        Thread.currentThread().interrupt();
        assertFalse(v2().thaw());
        assertTrue(Thread.interrupted());
    }

    @Test
    void interruptedFreezeThawsAgain() throws IOException {
        file("cgroup.freeze", "0");
        file("cgroup.events", "populated 1\nfrozen 0\n");
        Thread.currentThread().interrupt();
        assertFalse(v2().freeze());
        assertTrue(Thread.interrupted());
        assertEquals("0", read("cgroup.freeze"));
    }

    @Test
    void groupsThatFrozeThemselvesAreThawedToo() throws IOException {
        file("freezer.state", "THAWED");
        file("container/freezer.state", "FROZEN");
        file("container/inner/freezer.state", "FROZEN");
        v1().thawAll();
        assertEquals("THAWED", read("container/freezer.state"));
        assertEquals("THAWED", read("container/inner/freezer.state"));
    }

    @Test
    void groupThatHasGoneIsNotFrozenAndCannotBe() {
        assertFalse(v1().isFrozen());
        assertThrows(UncheckedIOException.class, v1()::freeze);
        assertFalse(Files.exists(group.resolve("freezer.state")));
    }
}
