package dev.vsh.shell.output;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Data in lines with tabs between: a line for each item of a list, or for each name and its value.
 * What would break a line or a column is {@code \xNN}; what is nested deeper stands there as JSON.
 */
final class PlainText {
    private PlainText() {}

    static String of(Datum datum) {
        return switch (datum) {
            case Datum.Items(List<Datum> values) ->
                    values.stream().map(PlainText::line).collect(Collectors.joining());
            case Datum.Fields(List<Datum.Field> fields) ->
                    fields.stream()
                            .map(field -> field.name() + "\t" + cell(field.value()) + "\n")
                            .collect(Collectors.joining());
            case Datum.Text _, Datum.Whole _, Datum.Truth _ -> cell(datum) + "\n";
            case Datum.Absent _ -> "";
        };
    }

    private static String line(Datum datum) {
        if (datum instanceof Datum.Fields(List<Datum.Field> fields)) {
            return fields.stream()
                    .map(field -> cell(field.value()))
                    .collect(Collectors.joining("\t", "", "\n"));
        }
        return cell(datum) + "\n";
    }

    private static String cell(Datum datum) {
        return switch (datum) {
            case Datum.Text(String value) -> CellText.of(value).text();
            case Datum.Whole(long value) -> Long.toString(value);
            case Datum.Truth(boolean value) -> Boolean.toString(value);
            case Datum.Absent _ -> "";
            case Datum.Items _, Datum.Fields _ -> JsonText.inOneLine(datum);
        };
    }
}
