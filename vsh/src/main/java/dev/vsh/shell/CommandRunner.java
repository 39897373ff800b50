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
    private final CommandParser parser;
    private final Progress progress;
    private final Output output;
    private final boolean timing;

    CommandRunner(CommandParser parser, Progress progress, Output output, boolean timing) {
        this.parser = parser;
        this.progress = progress;
        this.output = output;
        this.timing = timing;
    }

    /**
     * @return whether the last command did what it should; a failure before it stops nothing
     */
    boolean run(WordSource words) {
        List<Invocation> invocations;
        try {
            invocations = parser.parse(words);
        } catch (SyntaxException e) {
            output.error(String.valueOf(e.getMessage()));
            return false;
        }
        boolean done = true;
        for (Invocation invocation : invocations) {
            done = runTimed(invocation);
            if (progress.isFinished()) {
                return done;
            }
        }
        return done;
    }

    private boolean runTimed(Invocation invocation) {
        output.debug(ShellLog.Level.DEBUG, "command: " + invocation.command().name());
        long begin = System.nanoTime();
        boolean done = run(invocation);
        long micros = (System.nanoTime() - begin) / 1000;
        if (progress.isFinished()) {
            return done;
        }
        if (timing) {
            output.print("\n(Time: " + milliseconds(micros) + " ms)\n\n");
            output.endCommand("");
        } else {
            output.endCommand("\n");
        }
        return done;
    }

    private boolean run(Invocation invocation) {
        try {
            invocation.run();
            return true;
        } catch (CommandException e) {
            e.lines().forEach(output::error);
        } catch (DriverException e) {
            CommandException.reasons(e).forEach(output::error);
        } catch (RuntimeException e) {
            output.error("internal error: " + e);
            output.debug(ShellLog.Level.DEBUG, stackTrace(e));
        }
        return false;
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
