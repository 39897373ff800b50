package dev.vsh.shell.manual;

/**
 * A command as somebody could really type it.
 *
 * @param line with the command's name
 * @param meaning what it does, in words
 * @param setup what has to come before it on an imaginary machine; {@code host} where none can run it
 */
public record Example(String line, String meaning, String setup) {
    private static final String REAL_HOST = "host";

    static Example parse(String text) {
        String[] fields = text.split(" \\|", -1);
        return new Example(fields[0].strip(), fields[1].strip(), fields[2].strip());
    }

    /** The command that it is an example of. */
    public String command() {
        return line.startsWith("!") ? "!" : line.split(" ", 2)[0];
    }

    /** Whether a test can run it. */
    public boolean needsHost() {
        return setup.equals(REAL_HOST);
    }
}
