package dev.vsh.shell.command;

import dev.vsh.driver.DriverException;

import java.util.ArrayList;
import java.util.List;

/** A command that did not do what it should; its lines are for the user's eyes. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // List.copyOf gives a serializable list
    private final List<String> lines;

    public CommandException(String line) {
        super(line);
        this.lines = List.of(line);
    }

    /** What was tried, and below it why the driver could not. */
    public CommandException(String attempt, DriverException reason) {
        super(attempt, reason);
        List<String> all = new ArrayList<>();
        all.add(attempt);
        all.addAll(reasons(reason));
        this.lines = List.copyOf(all);
    }

    /** What was tried, and below it why the machine could not. */
    public CommandException(String line, Exception cause) {
        super(line, cause);
        this.lines = List.of(line);
    }

    /** Runs the step; when the driver refuses, says first what was being tried. */
    public static void attempt(String failure, Runnable step) {
        try {
            step.run();
        } catch (DriverException e) {
            throw new CommandException(failure, e);
        }
    }

    /** One line for each problem: a document can have several. */
    public static List<String> reasons(DriverException reason) {
        return reason.details().stream()
                .map(detail -> reason.code().prefix() + ": " + detail)
                .toList();
    }

    /** At least one; each is an error of its own. */
    public List<String> lines() {
        return lines;
    }
}
