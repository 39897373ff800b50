package dev.vsh.shell;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.HostCheck;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.session.HypervisorConnection;

/** What to tell somebody who has just come, and has nothing here yet. */
final class FirstMinute {
    private static final String NOTHING_YET =
            """
            There are no domains yet.
                   'try' starts a shell in a container that is gone when you leave it
                   'try --print-xml' prints its document, to begin one of your own with
                   'define FILE' keeps a domain, 'start NAME' starts it

            """;
    private static final String NO_RIGHTS =
            """
            Containers need root, and this shell does not have its rights.
                   'doctor' tells what is missing here
                   'connect test:///default' goes to an imaginary machine, to try commands on

            """;

    private final HypervisorConnection hypervisor;

    FirstMinute(HypervisorConnection hypervisor) {
        this.hypervisor = hypervisor;
    }

    /** Nothing for those who know their way; a connection that fails will say so when it is used. */
    String advice() {
        try {
            if (!hypervisor.get().listAllDomains().isEmpty()) {
                return "";
            }
            return lacksRights() ? NO_RIGHTS : NOTHING_YET;
        } catch (DriverException | CommandException _) {
            return "";
        }
    }

    private boolean lacksRights() {
        return hypervisor.get().checkHost().stream()
                .filter(check -> check.verdict() == HostCheck.Verdict.FAIL)
                .anyMatch(check -> check.subject().equals("CAP_SYS_ADMIN"));
    }
}
