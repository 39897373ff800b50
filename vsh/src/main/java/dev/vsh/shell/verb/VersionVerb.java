package dev.vsh.shell.verb;

import dev.vsh.driver.VersionInfo;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code version}. */
final class VersionVerb implements Verb {
    private static final Option.Flag DAEMON =
            new Option.Flag("daemon", "report daemon version too (there is none)");

    private final HypervisorConnection hypervisor;
    private final Output output;

    VersionVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "version",
                        CommandGroup.HOST,
                        "show version",
                        "Display the system version information.",
                        List.of(DAEMON),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        VersionInfo version = hypervisor.get().version();
        String api = version.api() + " " + version.library();
        Properties answer =
                Properties.inWords()
                        .add("Compiled against library: vsh", "library", version.library())
                        .hide("api", Datum.of(api))
                        .hide("hypervisor", Datum.of(version.hypervisor()))
                        .say("Using library: vsh " + version.library())
                        .say("Using API: " + api)
                        .say("Running hypervisor: " + version.hypervisor());
        return invocation.has(DAEMON) ? answer.say("Running against daemon: none") : answer;
    }
}
