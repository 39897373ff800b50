package dev.vsh.driver.lxc.hook;

import dev.vsh.driver.DriverException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The scripts that were found when somebody looked: one look does for all moments of a start, or of an end.
 *
 * @param scripts in their order
 */
public record HookScripts(Hooks hooks, List<Path> scripts) {
    public HookScripts {
        scripts = List.copyOf(scripts);
    }

    public boolean isEmpty() {
        return scripts.isEmpty();
    }

    /**
     * Runs all, one after another, up to the first that fails. Call with the domain's lock held: a hook that asks for
     * the domain waits for itself.
     *
     * @param xml of the domain, for their input; not asked for when there is no script
     * @throws DriverException HOOK_SCRIPT_FAILED naming the script and what it said
     */
    public void run(String domain, HookMoment moment, Supplier<String> xml) {
        if (scripts.isEmpty()) {
            return;
        }
        Duration timeout = hooks.timeout();
        String input = xml.get();
        for (Path script : scripts) {
            new HookRun(hooks.syscalls(), script, domain, moment, timeout).run(input);
        }
    }
}
