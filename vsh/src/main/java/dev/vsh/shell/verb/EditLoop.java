package dev.vsh.shell.verb;

import dev.vsh.driver.DriverException;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.LineInput;
import dev.vsh.shell.session.TemporaryText;
import dev.vsh.shell.session.TextEditor;

import java.util.Optional;

/** Edits until the driver takes the text or the user gives it up; the text is never lost by accident. */
final class EditLoop {
    private static final String QUESTION = "Failed. Try again? [y,n,i,f,?]: ";
    private static final String CHOICES =
            """
            y - yes, start editor again
            n - no, throw away my changes
            i - turn off validation and try to redefine again
            f - force, try to redefine again
            ? - print this help
            """;

    private enum Next {
        EDIT,
        DEFINE
    }

    private final TextEditor editor;
    private final TemporaryText text;
    private final Redefinition redefinition;
    private final LineInput answers;
    private final Output output;

    EditLoop(
            TextEditor editor,
            TemporaryText text,
            Redefinition redefinition,
            LineInput answers,
            Output output) {
        this.editor = editor;
        this.text = text;
        this.redefinition = redefinition;
        this.answers = answers;
        this.output = output;
    }

    /**
     * @return what to tell the user
     * @throws CommandException when the user gives up
     */
    String run() {
        Next next = Next.EDIT;
        while (true) {
            if (next == Next.EDIT) {
                edit();
            }
            String edited = text.read();
            if (!redefinition.wouldChange(edited)) {
                return redefinition.title() + " XML configuration not changed.";
            }
            try {
                return redefinition.define(edited) + " XML configuration edited.";
            } catch (DriverException e) {
                CommandException.reasons(e).forEach(output::error);
                next = ask();
            }
        }
    }

    /** An editor that fails may have written the user's text before. */
    private void edit() {
        try {
            editor.edit(text.file());
        } catch (CommandException e) {
            if (redefinition.wouldChange(text.read())) {
                text.keep();
                throw new CommandException(
                        e.getMessage() + "; changes kept in '" + text.file() + "'", e);
            }
            throw e;
        }
    }

    private Next ask() {
        while (true) {
            output.print(QUESTION);
            output.results().flush();
            Optional<String> answer = answers.readLine();
            switch (answer.orElse("").strip()) {
                case "y" -> {
                    return Next.EDIT;
                }
                case "i" -> {
                    redefinition.skipValidation();
                    return Next.DEFINE;
                }
                case "f" -> {
                    redefinition.force();
                    return Next.DEFINE;
                }
                case "n" -> throw new CommandException("changes thrown away");
                default -> {
                    if (answer.isEmpty()) {
                        text.keep();
                        throw new CommandException("changes kept in '" + text.file() + "'");
                    }
                    output.print(CHOICES);
                }
            }
        }
    }
}
