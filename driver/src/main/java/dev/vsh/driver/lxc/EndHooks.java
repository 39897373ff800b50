package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.hook.HookMoment;
import dev.vsh.driver.lxc.hook.Hooks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The hooks at a container's end: decision 0016. The container is gone whatever they say, so a failure is noted and not
 * told.
 */
record EndHooks(Hooks hooks, String uri) {
    /** What {@code clean} removes is still there for the first of them. */
    void around(String domain, Optional<String> document, Runnable clean) {
        if (document.isEmpty() || !hooks.arePresent()) {
            clean.run();
            return;
        }
        run(domain, HookMoment.STOPPED, document.get(), Journal::hookFailed);
        clean.run();
        run(domain, HookMoment.RELEASE, document.get(), Journal::hookFailed);
    }

    private void run(
            String domain, HookMoment moment, String document, Consumer<DriverException> failed) {
        try {
            hooks.run(domain, moment, () -> document);
        } catch (DriverException e) {
            failed.accept(e);
        }
    }

    /** What a helper runs last, so that hooks do not wait until somebody looks. */
    List<String> lastLook(String domain, long helperPid) {
        if (!hooks.arePresent()) {
            return List.of();
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                LastLook.class.getName(),
                uri,
                domain,
                Long.toString(helperPid));
    }
}
