package dev.vsh.shell.manual;

/** A manual page in the words of man(7). */
final class Roff {
    private final StringBuilder text = new StringBuilder();

    Roff(String name, int section, String source) {
        text.append(".\\\" Made by the build of vsh; what it says comes from the product itself.\n")
                .append(".TH ")
                .append(quoted(name))
                .append(' ')
                .append(section)
                .append(" \"\" ")
                .append(quoted(source))
                // Elements are long words: to stretch the lines around them would leave holes.
                .append("\n.ad l\n.nh\n");
    }

    Roff section(String title) {
        return request(".SH " + quoted(title));
    }

    Roff subsection(String title) {
        return request(".SS " + quoted(title));
    }

    /** Running text of its own; its lines are filled. */
    Roff paragraph(String words) {
        return request(".PP").request(escaped(words));
    }

    /** A term, and what it means below it and further in. */
    Roff item(String term, String meaning) {
        return request(".TP").request("\\fB" + escaped(term) + "\\fR").request(escaped(meaning));
    }

    /** Begins text that belongs to the item above. */
    Roff indent() {
        return request(".RS");
    }

    Roff outdent() {
        return request(".RE");
    }

    /** Lines that stay as they are. */
    Roff example(String lines) {
        request(".PP").request(".nf");
        lines.lines().forEach(line -> request(escaped(line)));
        return request(".fi");
    }

    private Roff request(String line) {
        text.append(line).append('\n');
        return this;
    }

    private static String quoted(String words) {
        return '"' + escaped(words).replace("\"", "\\(dq") + '"';
    }

    /** A point or an apostrophe at the beginning of a line would be a request. */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.lines()
                .forEach(
                        line -> {
                            escaped.append(escaped.isEmpty() ? "" : "\n");
                            if (line.startsWith(".") || line.startsWith("'")) {
                                escaped.append("\\&");
                            }
                            escaped.append(
                                    line.replace("\\", "\\e")
                                            .replace("-", "\\-")
                                            .replace("'", "\\(aq")
                                            .replace("`", "\\(ga")
                                            .replace("^", "\\(ha")
                                            .replace("~", "\\(ti")
                                            // where a line may be broken in it
                                            .replace("><", ">\\:<")
                                            .replace("/>", "/>\\:")
                                            .replace("…", "..."));
                        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
