package dev.vsh.driver.lxc.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Syscalls;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

final class HooksTest {
    @TempDir Path folder;

    private Hooks hooks;
    private Path seen;

    @BeforeEach
    void makeFolder() throws IOException {
        hooks = new Hooks(new Syscalls(), folder.resolve("hooks"));
        Files.createDirectories(folder.resolve("hooks/lxc.d"));
        seen = folder.resolve("seen");
    }

    private void script(String name, String commands) throws IOException {
        Path file = Files.writeString(folder.resolve("hooks/" + name), "#!/bin/sh\n" + commands);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private DriverException failure() {
        return assertThrows(
                DriverException.class,
                () -> hooks.look().run("web", HookMoment.PREPARE, () -> "<domain/>"));
    }

    @Test
    void withoutAFolderNobodyAsksForTheDocument() {
        new Hooks(new Syscalls(), folder.resolve("nothing"))
                .look()
                .run(
                        "web",
                        HookMoment.START,
                        () -> {
                            throw new AssertionError();
                        });
    }

    @Test
    void scriptsGetTheMomentAndTheDocumentInTheirOrder() throws IOException {
        script("lxc", "echo \"main $* $(cat)\" >>" + seen);
        script("lxc.d/20-b", "echo second >>" + seen);
        script("lxc.d/10-a", "echo first >>" + seen);
        Files.writeString(folder.resolve("hooks/lxc.d/15-notes"), "no script");
        hooks.look().run("web", HookMoment.STOPPED, () -> "<domain/>");
        assertEquals("main web stopped end - <domain/>\nfirst\nsecond\n", Files.readString(seen));
    }

    @Test
    void failureIsToldWithWhatTheScriptSaid() throws IOException {
        script("lxc", "echo; echo 'not today' >&2; exit 7");
        script("lxc.d/10-a", "touch " + seen);
        DriverException failure = failure();
        assertEquals(ErrorCode.HOOK_SCRIPT_FAILED, failure.code());
        assertEquals(
                "Hook script execution failed: hook '%s/hooks/lxc' (prepare begin) of domain 'web' ended with status 7: not today"
                        .formatted(folder),
                failure.getMessage());
        assertFalse(Files.exists(seen));
    }

    @Test
    void hookThatHangsIsKilledWithAllThatItStarted() throws IOException {
        Files.writeString(folder.resolve("hooks/timeout"), "1\n");
        script("lxc", "sleep 1000 & echo $! >" + seen + "; trap '' TERM; wait");
        String message = String.valueOf(failure().getMessage());
        assertTrue(message.endsWith("did not end within 1 s and was killed"), message);
        long child = Long.parseLong(Files.readString(seen).strip());
        ProcessHandle.of(child).ifPresent(process -> process.onExit().join());
    }

    @Test
    void processThatAHookLeavesBehindHoldsNobodyUp() throws IOException {
        Files.writeString(folder.resolve("hooks/timeout"), "30\n");
        script("lxc", "sleep 1000 & echo $! >" + seen);
        hooks.look().run("web", HookMoment.STARTED, () -> "<domain/>");
        ProcessHandle.of(Long.parseLong(Files.readString(seen).strip()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void timeoutMustBeANumber() throws IOException {
        Files.writeString(folder.resolve("hooks/timeout"), "soon");
        script("lxc", "true");
        assertTrue(
                String.valueOf(failure().getMessage()).endsWith("must hold a number of seconds"));
    }
}
