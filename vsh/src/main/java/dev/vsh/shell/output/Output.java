package dev.vsh.shell.output;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Where a command writes: results and tables to standard output, errors to standard error; messages
 * of success go with the results, unless somebody else needs those to be pure.
 */
public final class Output {
    private final PrintStream results;
    private final PrintStream errors;
    private final boolean quiet;
    private final OutputFormat format;
    private final ShellLog log;
    private final boolean coloured;
    private boolean resultsGivenAway;
    private boolean resultsForPrograms;
    private WaitingLine waiting = WaitingLine.nowhere();

    /**
     * @param format of all answers that are not asked for in another; for programs it is quiet too
     * @param coloured whether the results go to a terminal that shows colours, to somebody who wants them
     */
    public Output(
            PrintStream results,
            PrintStream errors,
            boolean quiet,
            OutputFormat format,
            boolean coloured,
            ShellLog log) {
        this.results = results;
        this.errors = errors;
        this.quiet = quiet || format != OutputFormat.TABLE;
        this.format = format;
        this.coloured = coloured;
        this.log = log;
    }

    public boolean isQuiet() {
        return quiet;
    }

    public boolean isColoured() {
        return coloured;
    }

    /** The text as it is, where there are no colours. */
    public String paint(Ink ink, String text) {
        return coloured ? ink.on(text) : text;
    }

    /** Shows what takes long, on a terminal. To be closed when it is over. */
    public WaitingLine waiting(String what) {
        if (coloured && !quiet) {
            waiting = WaitingLine.begin(results, what);
        }
        return waiting;
    }

    /** What the user asked for, as it is. */
    public void print(String text) {
        waiting.clear();
        results.print(text);
    }

    /** A line of what the user asked for. */
    public void printLine(String line) {
        waiting.clear();
        results.print(line + "\n");
    }

    /** A line that tells what was done; scripts silence it with {@code -q}. */
    public void message(String line) {
        if (!quiet) {
            waiting.clear();
            (resultsGivenAway ? errors : results).print(line + "\n");
        }
    }

    /** As {@link #message}, but what separates the commands ends the line: virsh writes some so. */
    public void lastMessage(String line) {
        if (resultsGivenAway) {
            message(line);
        } else if (!quiet) {
            print(line);
        }
    }

    /** An answer in the format that was asked for, whatever it is elsewhere. */
    public void show(Answer answer, Optional<OutputFormat> wanted) {
        OutputFormat chosen = wanted.orElse(format);
        resultsForPrograms = chosen != OutputFormat.TABLE;
        // No switch: the first one costs a process 10 ms, and nearly all want tables.
        if (chosen == OutputFormat.TABLE) {
            results.print(answer.text(!quiet));
        } else if (chosen == OutputFormat.PLAIN) {
            results.print(PlainText.of(answer.data()));
        } else if (!(answer.data() instanceof Datum.Absent)) {
            results.print(JsonText.indented(answer.data()) + "\n");
        }
    }

    /** One of many answers that come one by one: each in a line, and at once. */
    public void showNext(Answer answer, Optional<OutputFormat> wanted) {
        OutputFormat chosen = wanted.orElse(format);
        resultsForPrograms = chosen != OutputFormat.TABLE;
        if (chosen == OutputFormat.TABLE) {
            results.print(answer.text(false));
        } else if (chosen == OutputFormat.PLAIN) {
            results.print(PlainText.of(new Datum.Items(List.of(answer.data()))));
        } else {
            results.print(JsonText.inOneLine(answer.data()) + "\n");
        }
        results.flush();
    }

    /** A line for people, which is none of what programs read. */
    public void remark(String line, Optional<OutputFormat> wanted) {
        resultsForPrograms = wanted.orElse(format) != OutputFormat.TABLE;
        if (!resultsForPrograms) {
            printLine(line);
        }
    }

    public void error(String line) {
        waiting.clear();
        log.write(ShellLog.Level.ERROR, line);
        results.flush();
        errors.print("error: " + line + "\n");
        errors.flush();
    }

    /** What the user should know of a command that did what it should. */
    public void warning(String line) {
        waiting.clear();
        log.write(ShellLog.Level.WARNING, line);
        results.flush();
        errors.print("warning: " + line + "\n");
        errors.flush();
    }

    /** For the log file, and with a debug level that asks for it, for standard error. */
    public void debug(ShellLog.Level level, String line) {
        if (log.wants(level)) {
            log.write(level, line);
            errors.print(line + "\n");
        }
    }

    /**
     * Hands out the stream behind the results for bytes that no word of the shell may get between:
     * until the command ends, messages go to standard error.
     */
    public PrintStream giveResultsAway() {
        results.flush();
        resultsGivenAway = true;
        return results;
    }

    /** The stream behind the results. */
    public PrintStream results() {
        return results;
    }

    /** The stream behind the errors, for bytes that are no words of the shell. */
    public PrintStream errors() {
        return errors;
    }

    /** Sets a command's output apart from the next one's. */
    public void endCommand(String separator) {
        if (!quiet && !resultsGivenAway && !resultsForPrograms) {
            results.print(separator);
        }
        resultsGivenAway = false;
        resultsForPrograms = false;
        results.flush();
        errors.flush();
    }
}
