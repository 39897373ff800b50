package dev.vsh.shell.output;

import java.util.List;

/** Data as RFC 8259 has it: two blanks a level, or all in one line. */
final class JsonText {
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder();
    private final boolean indented;

    private JsonText(boolean indented) {
        this.indented = indented;
    }

    static String indented(Datum datum) {
        return of(datum, true);
    }

    static String inOneLine(Datum datum) {
        return of(datum, false);
    }

    private static String of(Datum datum, boolean indented) {
        JsonText json = new JsonText(indented);
        json.append(datum, 0);
        return json.text.toString();
    }

    private void append(Datum datum, int depth) {
        switch (datum) {
            case Datum.Text(String value) -> quote(value);
            case Datum.Whole(long value) -> text.append(value);
            case Datum.Truth(boolean value) -> text.append(value);
            case Datum.Absent _ -> text.append("null");
            case Datum.Items(List<Datum> values) -> appendItems(values, depth);
            case Datum.Fields(List<Datum.Field> fields) -> appendFields(fields, depth);
        }
    }

    private void appendItems(List<Datum> values, int depth) {
        text.append('[');
        for (int i = 0; i < values.size(); i++) {
            begin(i, depth);
            append(values.get(i), depth + 1);
        }
        end(values.isEmpty(), depth, ']');
    }

    private void appendFields(List<Datum.Field> fields, int depth) {
        text.append('{');
        for (int i = 0; i < fields.size(); i++) {
            begin(i, depth);
            quote(fields.get(i).name());
            text.append(indented ? ": " : ":");
            append(fields.get(i).value(), depth + 1);
        }
        end(fields.isEmpty(), depth, '}');
    }

    private void begin(int index, int depth) {
        text.append(index == 0 ? "" : ",");
        breakLine(depth + 1);
    }

    private void end(boolean empty, int depth, char bracket) {
        if (!empty) {
            breakLine(depth);
        }
        text.append(bracket);
    }

    private void breakLine(int depth) {
        if (indented) {
            text.append('\n').repeat("  ", depth);
        }
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || (Character.isSurrogate(c) && !isPaired(value, i))) {
                text.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** Half a character cannot be written as UTF-8. */
    private static boolean isPaired(String value, int at) {
        return Character.isHighSurrogate(value.charAt(at))
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }
}
