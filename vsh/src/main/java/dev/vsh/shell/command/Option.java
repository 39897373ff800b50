package dev.vsh.shell.command;

import java.util.List;

/** What may follow a command's name. Required ones stand first in a definition. */
public sealed interface Option {
    /** As the user writes it, without the dashes. */
    String name();

    /** {@code --name}: on or off. */
    record Flag(String name, String help) implements Option {
        @Override
        public boolean takesValue() {
            return false;
        }
    }

    /** {@code --name VALUE}, or just the value: data fill these in the order of the definition. */
    record Text(String name, String help, boolean required, Kind kind, ValueCompleter values)
            implements Option {
        public static Text required(String name, String help, ValueCompleter values) {
            return new Text(name, help, true, Kind.STRING, values);
        }

        public static Text optional(String name, String help, ValueCompleter values) {
            return new Text(name, help, false, Kind.STRING, values);
        }

        public static Text requiredNumber(String name, String help) {
            return new Text(name, help, true, Kind.NUMBER, ValueCompleter.NOTHING);
        }

        public static Text optionalNumber(String name, String help) {
            return new Text(name, help, false, Kind.NUMBER, ValueCompleter.NOTHING);
        }

        @Override
        public boolean takesValue() {
            return true;
        }

        @Override
        public String valueWord() {
            return kind.word;
        }

        @Override
        public boolean takesData(boolean given) {
            return !given;
        }

        /** What help and errors call the value; whether it is one is for the command to see. */
        public enum Kind {
            STRING("<string>"),
            NUMBER("<number>");

            private final String word;

            Kind(String word) {
                this.word = word;
            }
        }
    }

    /** {@code --name VALUE}, never the value alone; may be given more than once. */
    record Named(String name, String help, ValueCompleter values) implements Option {
        @Override
        public boolean takesValue() {
            return true;
        }
    }

    /** {@code --name VALUE}, never the value alone, and one of a few values. */
    record Choice(String name, String help, List<String> values) implements Option {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public boolean takesValue() {
            return true;
        }
    }

    /** All the data that is left, any number of words; stands last. */
    record Words(String name, String help, ValueCompleter values) implements Option {
        public Words(String name, String help) {
            this(name, help, ValueCompleter.NOTHING);
        }

        @Override
        public boolean takesValue() {
            return true;
        }

        @Override
        public boolean takesData(boolean given) {
            return true;
        }
    }

    /**
     * An option of virsh that means something which is not offered here. It is understood as virsh
     * understands it, so that the answer can say why not; help and completion leave it out.
     */
    record Refused(String name, Shape shape, String reason) implements Option {
        /** On or off. */
        public static Refused flag(String name, String reason) {
            return new Refused(name, Shape.FLAG, reason);
        }

        /** With a value, which may stand alone: it takes its place among those that do. */
        public static Refused text(String name, String reason) {
            return new Refused(name, Shape.TEXT, reason);
        }

        /** With a value, which never stands alone. */
        public static Refused named(String name, String reason) {
            return new Refused(name, Shape.NAMED, reason);
        }

        @Override
        public boolean takesValue() {
            return shape != Shape.FLAG;
        }

        @Override
        public boolean takesData(boolean given) {
            return shape == Shape.TEXT && !given;
        }

        /** As which of the other options it is written. */
        public enum Shape {
            FLAG,
            TEXT,
            NAMED
        }
    }

    /**
     * Another spelling, which help and completion leave out.
     *
     * @param meaning what to read in its place, without the dashes: {@code name}, or {@code name=value}
     */
    record Alias(String name, String meaning) implements Option {
        @Override
        public boolean takesValue() {
            return false;
        }
    }

    // Asked by every command of every process, and so no switches: the first one over types costs
    // 10 ms.

    /** Whether the word after {@code --name} belongs to it. */
    boolean takesValue();

    /** What stands for the value in help and errors. */
    default String valueWord() {
        return "<string>";
    }

    /**
     * Whether a word that follows no name can be its value.
     *
     * @param given whether it has one already
     */
    default boolean takesData(boolean given) {
        return false;
    }
}
