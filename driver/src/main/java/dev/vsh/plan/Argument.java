package dev.vsh.plan;

import dev.vsh.linux.Constant;

import java.util.List;
import java.util.stream.Collectors;

/** An argument of a system call; its {@code toString} is how a plan prints it. */
public sealed interface Argument {
    /** A plain number, or a named constant. */
    record Numeric(long value, String text) implements Argument {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A string; the call gets its address. */
    record Text(String value) implements Argument {
        @Override
        public String toString() {
            return '"' + value.replace("\n", "\\n") + '"';
        }
    }

    /** A string with an earlier result in it, in decimal. Only on the host's side: it allocates. */
    record Formatted(String before, Slot slot, String after) implements Argument {
        @Override
        public String toString() {
            return '"' + before + slot + after + '"';
        }
    }

    /**
     * A device number as mknod(2) takes it, of which the minor part is an earlier result. Only on the host's side, as
     * nobody else makes device nodes.
     */
    record DeviceNumber(int major, Slot minor) implements Argument {
        @Override
        public String toString() {
            return "makedev(" + major + ", " + minor + ")";
        }
    }

    /** What an earlier instruction returned. */
    record Result(Slot slot) implements Argument {
        @Override
        public String toString() {
            return slot.toString();
        }
    }

    /**
     * No argument to the kernel, which does not look at so many, but a condition: the instruction is passed over when
     * there is no such result.
     */
    record Given(Slot slot) implements Argument {
        @Override
        public String toString() {
            return "given " + slot;
        }
    }

    /** A NULL-terminated array of strings, as execve(2) wants it. */
    record TextArray(List<String> values) implements Argument {
        public TextArray {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.stream()
                    .map(value -> '"' + value + '"')
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A structure; the call gets its address. */
    record Structure(List<Field> fields, String text) implements Argument {
        public Structure {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A part of a structure, in memory order and without padding. */
    sealed interface Field {
        record Int32(long value) implements Field {}

        record Int64(long value) implements Field {}

        /** A string of a fixed width, padded with NULs: at most {@code width - 1} characters of ASCII. */
        record Chars(String value, int width) implements Field {}

        /** An earlier result in 32 bits. */
        record Result32(Slot slot) implements Field {}

        /** The address of another piece of memory. */
        record Pointer(Argument target) implements Field {}
    }

    static Argument number(long value) {
        return new Numeric(value, Long.toString(value));
    }

    static Argument octal(long value) {
        return new Numeric(value, "0" + Long.toOctalString(value));
    }

    static Argument constant(Constant constant) {
        return new Numeric(constant.value(), constant.name());
    }

    static Argument flags(Constant... flags) {
        return constant(Constant.or(flags));
    }

    static Argument text(String value) {
        return new Text(value);
    }

    static Argument result(Slot slot) {
        return new Result(slot);
    }

    /** The null pointer. */
    static Argument nothing() {
        return new Numeric(0, "NULL");
    }
}
