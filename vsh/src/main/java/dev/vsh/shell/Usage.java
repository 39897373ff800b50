package dev.vsh.shell;

import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.manual.CommandHelp;

import java.util.stream.Collectors;

/** What the process says about itself. */
final class Usage {
    private static final String OPTIONS =
            """

            vsh [options]... [<command_string>]
            vsh [options]... <command> [args...]

              options:
                -c | --connect=URI      hypervisor connection URI
                -d | --debug=NUM        debug level [0-4]
                -e | --escape <char>    set escape sequence for console
                -f | --file=FILE        run the commands in FILE up to the first that fails
                -h | --help             this help
                -k | --keepalive-interval=NUM
                                        accepted and ignored: there is no connection to lose
                -K | --keepalive-count=NUM
                                        accepted and ignored
                -l | --log=FILE         output logging to file
                -o | --output=FORMAT    answers as table (default), plain or json
                -q | --quiet            quiet mode
                -r | --readonly         connect readonly
                -t | --timing           print timing information
                -v                      short version
                -V                      long version
                     --version[=TYPE]   version, TYPE is short or long (default short)
              commands (non interactive mode):

            """;
    private static final String FOOTER =
            """

              (specify help <group> for details about the commands in the group)

              (specify help <command> for details about the command)

            """;

    private Usage() {}

    /** The options of the process, one after the other. */
    static String options() {
        return OPTIONS.lines()
                .dropWhile(line -> !line.startsWith("    -"))
                .takeWhile(line -> line.startsWith("    "))
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n"));
    }

    static String text(CommandTable commands) {
        return OPTIONS + CommandHelp.chapters(commands) + FOOTER;
    }

    static String version(String version, boolean inFull) {
        return inFull
                ? "vsh "
                        + version
                        + ", containers the way libvirt users know them\n\n"
                        + "Compiled with support for:\n"
                        + " Hypervisors: LXC Test\n"
                : version + "\n";
    }
}
