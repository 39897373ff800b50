package dev.vsh.shell.command;

import dev.vsh.driver.DriverException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A command that did not do what it should; its lines are for the user's eyes. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int FAILURE = 1;

    @SuppressWarnings("serial") // List.copyOf gives a serializable list
    private final List<String> lines;

    private final int status;

    public CommandException(String line) {
        this(line, FAILURE);
    }

    /**
     * @param status the exit status, if this is the last command
     */
    public CommandException(String line, int status) {
        super(line);
        this.lines = List.of(line);
        this.status = status;
    }

    private CommandException(int status) {
        super("exit status " + status);
        this.lines = List.of();
        this.status = status;
    }

    /** A command of the user's that has said all there was to say. */
    public static CommandException silent(int status) {
        return new CommandException(status);
    }

    /** What was tried, and below it why the driver could not. */
    public CommandException(String attempt, DriverException reason) {
        super(attempt, reason);
        List<String> all = new ArrayList<>();
        all.add(attempt);
        all.addAll(reasons(reason));
        this.lines = List.copyOf(all);
        this.status = FAILURE;
    }

    /** What was tried, and below it why the shell could not. */
    public static CommandException because(String attempt, String reason) {
        return new CommandException(List.of(attempt, reason));
    }

    private CommandException(List<String> lines) {
        super(lines.getFirst());
        this.lines = lines;
        this.status = FAILURE;
    }

    /** What was tried, and below it why the machine could not. */
    public CommandException(String line, Exception cause) {
        super(line, cause);
        this.lines = List.of(line);
        this.status = FAILURE;
    }

    /** Runs the step; when the driver refuses, says first what was being tried. */
    public static void attempt(String failure, Runnable step) {
        try {
            step.run();
        } catch (DriverException e) {
            throw new CommandException(failure, e);
        }
    }

    /** As {@link #attempt(String, Runnable)}, for a step that gives something. */
    public static <T> T attemptToGet(String failure, Supplier<T> step) {
        try {
            return step.get();
        } catch (DriverException e) {
            throw new CommandException(failure, e);
        }
    }

    /** What the shell exits with when nothing comes after this. */
    public int status() {
        return status;
    }

    /** One line for each problem: a document can have several. */
    public static List<String> reasons(DriverException reason) {
        return reason.details().stream()
                .map(detail -> reason.code().prefix() + ": " + detail)
                .toList();
    }

    /** Each is an error of its own. */
    public List<String> lines() {
        return lines;
    }
}
