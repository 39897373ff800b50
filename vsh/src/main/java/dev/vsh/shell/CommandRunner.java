package dev.vsh.shell;

import dev.vsh.driver.DriverException;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.grammar.CommandParser;
import dev.vsh.shell.grammar.SyntaxException;
import dev.vsh.shell.grammar.WordSource;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.ShellLog;
import dev.vsh.shell.session.InterruptKey;
import dev.vsh.shell.session.Progress;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.IntPredicate;

/** Runs commands one after another and shows how each of them failed. */
final class CommandRunner {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;

    private final CommandParser parser;
    private final Foresight foresight;
    private final Progress progress;
    private final InterruptKey key;
    private final Output output;
    private final boolean timing;

    CommandRunner(
            CommandParser parser,
            Foresight foresight,
            Progress progress,
            InterruptKey key,
            Output output,
            boolean timing) {
        this.parser = parser;
        this.foresight = foresight;
        this.progress = progress;
        this.key = key;
        this.output = output;
        this.timing = timing;
    }

    /**
     * @return the exit status of the last command; a failure before it stops nothing
     */
    int run(WordSource words) {
        return run(words, _ -> true, "");
    }

    /**
     * @param place where the words stand, to begin an error with
     * @return the exit status of the first command that failed, and nothing comes after it
     */
    int runUntilFailure(WordSource words, String place) {
        return run(words, status -> status == SUCCESS, place);
    }

    private int run(WordSource words, IntPredicate goesOn, String place) {
        List<Invocation> invocations;
        try {
            invocations = parser.parse(words);
        } catch (SyntaxException e) {
            complain(place, e.lines());
            return FAILURE;
        }
        int status = SUCCESS;
        for (int i = 0; i < invocations.size(); i++) {
            foresight.before(invocations.subList(i, invocations.size()));
            status = runTimed(invocations.get(i), place);
            foresight.after(invocations.get(i));
            if (progress.isFinished() || key.wasPressed() || !goesOn.test(status)) {
                return status;
            }
        }
        return status;
    }

    private int runTimed(Invocation invocation, String place) {
        output.debug(ShellLog.Level.DEBUG, "command: " + invocation.command().name());
        long begin = System.nanoTime();
        int status = run(invocation, place);
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

    private int run(Invocation invocation, String place) {
        try {
            invocation.run();
            return SUCCESS;
        } catch (CommandException e) {
            complain(place, e.lines());
            return e.status();
        } catch (DriverException e) {
            complain(place, CommandException.reasons(e));
        } catch (RuntimeException e) {
            complain(place, List.of("internal error: " + e));
            output.debug(ShellLog.Level.DEBUG, stackTrace(e));
        }
        return FAILURE;
    }

    /** In a script even a command that has said all itself is one to be found. */
    private void complain(String place, List<String> lines) {
        if (lines.isEmpty() && !place.isEmpty()) {
            output.error(place + "the command failed");
        }
        for (int i = 0; i < lines.size(); i++) {
            output.error((i == 0 ? place : "") + lines.get(i));
        }
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
