package dev.vsh.shell.manual;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Option;

/** vsh(1). */
public final class ShellPage {
    private static final String DESCRIPTION =
            """
            vsh defines, starts and looks after Linux containers, with the commands, options and output that
            virsh has for libvirt. A container is a document, <domain type='lxc'>, which vsh\\-xml(5) describes.
            There is no daemon: what outlives the shell is on disk, and in one helper process per container.\
            """;
    private static final String FORMS =
            """
            Without a command vsh asks for commands, line by line; when standard input is no terminal it
            reads them from there. With one argument it takes that apart as it would take a line; with
            several they are one command's words.\
            """;
    private static final String GRAMMAR =
            """
            Commands are separated by semicolons or newlines. Quotes and backslashes work as in a shell, and
            '#' begins a comment. '!' gives the rest of its line to the host's shell. '--' ends the options.\
            """;

    private final CommandTable commands;
    private final String version;
    private final String options;

    /**
     * @param options of the process, as its own help lists them
     */
    public ShellPage(CommandTable commands, String version, String options) {
        this.commands = commands;
        this.version = version;
        this.options = options;
    }

    public String text() {
        Roff page = new Roff("VSH", 1, "vsh " + version);
        page.section("Name").paragraph("vsh - containers the way libvirt users know them");
        page.section("Synopsis").example("vsh [option]... [command [argument]...]");
        page.section("Description")
                .paragraph(DESCRIPTION.replace("\\-", "-"))
                .paragraph(FORMS)
                .paragraph(GRAMMAR);
        page.section("Options").example(options);
        page.section("Commands");
        for (CommandGroup group : CommandGroup.values()) {
            page.subsection(group.title());
            commands.offered(group).forEach(command -> add(command, page));
        }
        addSurroundings(page);
        return page.toString();
    }

    private static void add(CommandDefinition command, Roff page) {
        String description =
                command.description().isEmpty() ? command.summary() : command.description();
        page.item(CommandHelp.synopsis(command), description).indent();
        for (Option option : command.offeredOptions()) {
            page.item(CommandHelp.label(option), CommandHelp.help(option));
        }
        Examples.of(command.name())
                .ifPresent(
                        example ->
                                page.paragraph("For example, to " + example.meaning() + ":")
                                        .example("vsh # " + example.line()));
        page.outdent();
    }

    private static void addSurroundings(Roff page) {
        page.section("Exit status")
                .paragraph(
                        "0, or 1 where the last command failed. 'exec' and 'lxc-enter-namespace'"
                                + " end as the command in the container did.");
        page.section("Environment")
                .item("VIRSH_DEFAULT_CONNECT_URI, LIBVIRT_DEFAULT_URI", "what to connect to")
                .item("VISUAL, EDITOR", "what 'edit' edits with; vi if neither is set")
                .item("TMPDIR", "where 'edit' keeps its text, /tmp if it is not set")
                .item("VIRSH_HISTSIZE", "how many lines are remembered, 500 if it is not set")
                .item("VIRSH_DEBUG, VIRSH_LOG_FILE", "as -d and -l")
                .item("VSH_HINTS", "'off': nothing is shown behind the line that is written")
                .item("NO_COLOR", "no colours, whatever it is set to")
                .item("VSH_JAVA_HOME", "the JDK to run on");
        page.section("Files")
                .item("/etc/vsh/lxc", "definitions of lxc:///system")
                .item("/run/vsh/lxc", "what runs")
                .item("/var/log/vsh/lxc", "logs of domains")
                .item(
                        "$XDG_STATE_HOME/vsh/history, ~/.cache/vsh/history",
                        "lines of earlier sessions");
        page.section("See also")
                .paragraph("vsh-xml(5), virsh(1), lxc(7), namespaces(7), cgroups(7)");
    }
}
