package dev.vsh.shell.manual;

import java.util.List;
import java.util.regex.Pattern;

/** vsh-xml(5), of the page that says what each element does. */
public final class DocumentPage {
    private static final String SECTION = "## ";
    private static final String ROW = "| `";
    private static final Pattern CELLS = Pattern.compile("^\\| (`+ ?.*? ?`+) \\| (.*) \\|$");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

    private static final String INTRODUCTION =
            """
            Whatever a document may say, and what becomes of it. An element that is valid does what stands
            here, or a start is refused with the sentence that stands here; none is passed over in silence.
            What is kept is printed by 'dumpxml', and says nothing about the container.\
            """;

    private final List<String> page;
    private final String version;

    /**
     * @param page in Markdown: sections with a table each, of an element and what it does
     */
    public DocumentPage(List<String> page, String version) {
        this.page = List.copyOf(page);
        this.version = version;
    }

    public String text() {
        Roff roff = new Roff("VSH-XML", 5, "vsh " + version);
        roff.section("Name").paragraph("vsh-xml - documents of containers");
        roff.section("Description").paragraph(INTRODUCTION);
        for (String line : page) {
            if (line.startsWith(SECTION)) {
                roff.section(line.substring(SECTION.length()));
            } else if (line.startsWith(ROW)) {
                addRow(line, roff);
            }
        }
        roff.section("See also").paragraph("vsh(1)");
        return roff.toString();
    }

    private static void addRow(String line, Roff roff) {
        var cells = CELLS.matcher(line);
        if (!cells.matches()) {
            throw new IllegalArgumentException("no row of elements: " + line);
        }
        roff.item(plain(cells.group(1)), plain(cells.group(2)));
    }

    private static String plain(String markdown) {
        return LINK.matcher(markdown)
                .replaceAll("$1")
                .replace("**refused:**", "Refused:")
                .replace("*kept:*", "Kept:")
                .replace("`", "")
                .replace("\\|", "|")
                .strip();
    }
}
