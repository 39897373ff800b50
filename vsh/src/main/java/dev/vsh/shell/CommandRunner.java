package dev.vsh.shell;

import dev.vsh.driver.DriverException;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.grammar.CommandParser;
import dev.vsh.shell.grammar.SyntaxException;
import dev.vsh.shell.grammar.WordSource;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.ShellLog;
import dev.vsh.shell.session.Progress;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs commands one after another and shows how each of them failed. */
final class CommandRunner {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;

    private final CommandParser parser;
    private final Foresight foresight;
    private final Progress progress;
    private final Output output;
    private final boolean timing;

    CommandRunner(
            CommandParser parser,
            Foresight foresight,
            Progress progress,
            Output output,
            boolean timing) {
        this.parser = parser;
        this.foresight = foresight;
        this.progress = progress;
        this.output = output;
        this.timing = timing;
    }

    /**
     * @return the exit status of the last command; a failure before it stops nothing
     */
    int run(WordSource words) {
        List<Invocation> invocations;
        try {
            invocations = parser.parse(words);
        } catch (SyntaxException e) {
            output.error(String.valueOf(e.getMessage()));
            return FAILURE;
        }
        int status = SUCCESS;
        for (int i = 0; i < invocations.size(); i++) {
            foresight.before(invocations.subList(i, invocations.size()));
            status = runTimed(invocations.get(i));
            foresight.after(invocations.get(i));
            if (progress.isFinished()) {
                return status;
            }
        }
        return status;
    }

    private int runTimed(Invocation invocation) {
        output.debug(ShellLog.Level.DEBUG, "command: " + invocation.command().name());
        long begin = System.nanoTime();
        int status = run(invocation);
        long micros = (System.nanoTime() - begin) / 1000;
        if (progress.isFinished()) {
            return status;
        }
        if (timing) {
            output.print("\n(Time: " + milliseconds(micros) + " ms)\n\n");
            output.endCommand("");
        } else {
            output.endCommand("\n");
        }
        return status;
    }

    private int run(Invocation invocation) {
        try {
            invocation.run();
            return SUCCESS;
        } catch (CommandException e) {
            e.lines().forEach(output::error);
            return e.status();
        } catch (DriverException e) {
            CommandException.reasons(e).forEach(output::error);
        } catch (RuntimeException e) {
            output.error("internal error: " + e);
            output.debug(ShellLog.Level.DEBUG, stackTrace(e));
        }
        return FAILURE;
    }

    private static String milliseconds(long micros) {
        String fraction = Long.toString(1000 + micros % 1000).substring(1);
        return micros / 1000 + "." + fraction;
    }

    private static String stackTrace(RuntimeException e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
