package dev.vsh.shell.command;

/** What may follow a command's name. Required ones stand first in a definition. */
public sealed interface Option {
    /** As the user writes it, without the dashes. */
    String name();

    /** {@code --name}: on or off. */
    record Flag(String name, String help) implements Option {}

    /** {@code --name VALUE}, or just the value: data fill these in the order of the definition. */
    record Text(String name, String help, boolean required, ValueCompleter values)
            implements Option {
        public static Text required(String name, String help, ValueCompleter values) {
            return new Text(name, help, true, values);
        }

        public static Text optional(String name, String help, ValueCompleter values) {
            return new Text(name, help, false, values);
        }
    }

    /** {@code --name VALUE}, never the value alone; may be given more than once. */
    record Named(String name, String help, ValueCompleter values) implements Option {}

    /** All the data that is left, any number of words; stands last. */
    record Words(String name, String help) implements Option {}

    /**
     * An option of virsh that means something which is not offered here. It is understood, so that the
     * answer can say why not; help and completion leave it out.
     */
    record Refused(String name, boolean takesValue, String reason) implements Option {}

    /** Whether the word after {@code --name} belongs to it. */
    default boolean takesValue() {
        return switch (this) {
            case Flag _ -> false;
            case Text _, Named _, Words _ -> true;
            case Refused refused -> refused.takesValue;
        };
    }
}
