package dev.vsh.shell.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class OutputTest {
    private static String shown(Answer answer, OutputFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Output output = new Output(stream, stream, false, OutputFormat.TABLE, false, ShellLog.NONE);
        output.show(answer, Optional.of(format));
        output.endCommand("\n");
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Table table() {
        Table table = new Table(List.of(Column.of("Id", "id"), Column.hidden("uuid")));
        table.addCells(List.of(Cell.of(OptionalLong.empty()), Cell.of("a\tb")));
        return table;
    }

    @Test
    void tableShowsWhatPeopleSeeAndABlankLine() {
        assertEquals(" Id\n-----\n -\n\n", shown(table(), OutputFormat.TABLE));
    }

    @Test
    void plainKeepsColumnsApart() {
        assertEquals("\ta\\x09b\n", shown(table(), OutputFormat.PLAIN));
    }

    @Test
    void jsonEscapesWhatMustBe() {
        Datum datum =
                Datum.fields(
                        Datum.field("quote", "\"\\"),
                        Datum.field("control", "a\nb"),
                        Datum.field("half", "\ud83d"),
                        Datum.field("whole", "\ud83d\ude00"),
                        Datum.field("truth", true));

        assertEquals(
                "{\"quote\":\"\\\"\\\\\",\"control\":\"a\\u000ab\",\"half\":\"\\ud83d\","
                        + "\"whole\":\"\ud83d\ude00\",\"truth\":true}",
                JsonText.inOneLine(datum));
    }

    @Test
    void commandThatHasChangedSomethingHasNothingToShow() {
        assertEquals("", shown(Answer.NOTHING, OutputFormat.JSON));
        assertEquals("", shown(Answer.NOTHING, OutputFormat.PLAIN));
    }

    @Test
    void namesOfColumnsAreTheirHeadings() {
        assertEquals("clientIdOrDuid", DataName.of("Client ID or DUID"));
        assertEquals("inboundPeak", DataName.of("inbound.peak"));
    }
}
