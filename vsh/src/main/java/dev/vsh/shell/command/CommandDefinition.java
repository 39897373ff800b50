package dev.vsh.shell.command;

import java.util.List;
import java.util.Optional;

/**
 * All there is to know about a command.
 *
 * @param summary one line, for lists of commands
 * @param description what it does in full; empty when the summary says it all
 * @param options the required ones first, {@link Option.Words} last
 * @param hidden left out of help and completion
 */
public record CommandDefinition(
        String name,
        CommandGroup group,
        String summary,
        String description,
        List<Option> options,
        boolean hidden,
        Handler handler) {
    /** Does what the command is for; an exception is its only way to fail. */
    @FunctionalInterface
    public interface Handler {
        /**
         * @throws CommandException with the lines to show
         * @throws dev.vsh.driver.DriverException passed on as it came
         */
        void run(Invocation invocation);
    }

    public CommandDefinition {
        options = List.copyOf(options);
    }

    /** A command that help and completion show. */
    public CommandDefinition(
            String name,
            CommandGroup group,
            String summary,
            String description,
            List<Option> options,
            Handler handler) {
        this(name, group, summary, description, options, false, handler);
    }

    /** The options that help and completion show. */
    public List<Option> offeredOptions() {
        return options.stream()
                .filter(
                        option ->
                                !(option instanceof Option.Refused
                                        || option instanceof Option.Alias))
                .toList();
    }

    public Optional<Option> findOption(String optionName) {
        return options.stream().filter(option -> option.name().equals(optionName)).findFirst();
    }
}
