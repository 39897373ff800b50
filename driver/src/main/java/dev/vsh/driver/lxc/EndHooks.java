package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.hook.HookMoment;
import dev.vsh.driver.lxc.hook.HookScripts;
import dev.vsh.driver.lxc.hook.Hooks;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The hooks at a container's end: decision 0016. The container is gone whatever they say, so a failure is noted and not
 * told.
 */
record EndHooks(Hooks hooks, String uri) {
    /**
     * Cleans up. What that removes is still there for the first of the hooks.
     *
     * @param document asked for before anything is removed, and only when there is a hook
     * @return what {@code clean} does
     */
    <T> T around(String domain, Supplier<String> document, Supplier<T> clean) {
        HookScripts scripts = hooks.look();
        String xml = scripts.isEmpty() ? "" : document.get();
        run(scripts, domain, HookMoment.STOPPED, xml);
        T cleaned = clean.get();
        run(scripts, domain, HookMoment.RELEASE, xml);
        return cleaned;
    }

    private static void run(HookScripts scripts, String domain, HookMoment moment, String xml) {
        try {
            scripts.run(domain, moment, () -> xml);
        } catch (DriverException e) {
            Journal.hookFailed(e);
        }
    }

    /** What a helper runs last, so that hooks do not wait until somebody looks. */
    List<String> lastLook(HookScripts scripts, String domain, long helperPid) {
        if (scripts.isEmpty()) {
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
