package dev.vsh.shell.output;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What programs get to read of an answer. */
public sealed interface Datum {
    /** A word or a text. */
    record Text(String value) implements Datum {}

    /** A number without a fraction. Sizes are bytes, times nanoseconds; the name says so. */
    record Whole(long value) implements Datum {}

    /** Yes or no. */
    record Truth(boolean value) implements Datum {}

    /** Nothing to say under a name that others have something under. */
    record Absent() implements Datum {}

    /** Several of a kind. */
    record Items(List<Datum> values) implements Datum {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** Several under names of their own, in this order. */
    record Fields(List<Field> fields) implements Datum {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** A name and what it stands for. */
    record Field(String name, Datum value) {}

    static Datum of(String value) {
        return new Text(value);
    }

    static Datum of(long value) {
        return new Whole(value);
    }

    static Datum of(boolean value) {
        return new Truth(value);
    }

    static Datum of(Optional<String> value) {
        return value.isPresent() ? new Text(value.get()) : new Absent();
    }

    static Datum of(OptionalLong value) {
        return value.isPresent() ? new Whole(value.getAsLong()) : new Absent();
    }

    static Datum texts(List<String> values) {
        return new Items(values.stream().map(Datum::of).toList());
    }

    static Datum fields(Field... fields) {
        return new Fields(List.of(fields));
    }

    static Field field(String name, Datum value) {
        return new Field(name, value);
    }

    static Field field(String name, String value) {
        return new Field(name, of(value));
    }

    static Field field(String name, long value) {
        return new Field(name, of(value));
    }

    static Field field(String name, boolean value) {
        return new Field(name, of(value));
    }
}
