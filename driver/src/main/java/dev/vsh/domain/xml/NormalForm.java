package dev.vsh.domain.xml;

/**
 * Prints XML the way libvirt does: two spaces a level, single quotes, an empty element as one tag. White space between
 * elements is layout and made anew; an element that holds text keeps every character.
 */
final class NormalForm {
    private final StringBuilder out = new StringBuilder();

    private NormalForm() {}

    /** Ends with a line feed. */
    static String print(XmlNode.Element root) {
        var form = new NormalForm();
        form.indented(root, 0);
        return form.out.toString();
    }

    private void indented(XmlNode node, int depth) {
        out.repeat("  ", depth);
        if (node instanceof XmlNode.Element element && isLayout(element)) {
            block(element, depth);
        } else {
            inline(node);
        }
        out.append('\n');
    }

    private void block(XmlNode.Element element, int depth) {
        startTag(element);
        out.append(">\n");
        for (XmlNode child : element.children()) {
            if (!(child instanceof XmlNode.Text)) {
                indented(child, depth + 1);
            }
        }
        out.repeat("  ", depth).append("</").append(element.name()).append('>');
    }

    /** Whether the element's texts are all white space between other nodes. */
    private static boolean isLayout(XmlNode.Element element) {
        boolean anyNode = false;
        for (XmlNode child : element.children()) {
            switch (child) {
                case XmlNode.Text(String text) when !isSpace(text) -> {
                    return false;
                }
                case XmlNode.Text _ -> {}
                case XmlNode.CharacterData _ -> {
                    return false;
                }
                case XmlNode.Element _, XmlNode.Comment _, XmlNode.Instruction _ -> anyNode = true;
            }
        }
        return anyNode && !keepsSpace(element);
    }

    private static boolean isSpace(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
    }

    private static boolean keepsSpace(XmlNode.Element element) {
        return element.attributes().contains(new XmlNode.Attribute("xml:space", "preserve"));
    }

    private void inline(XmlNode node) {
        switch (node) {
            case XmlNode.Element element -> inlineElement(element);
            case XmlNode.Text(String text) -> escape(text, false);
            case XmlNode.CharacterData(String text) ->
                    out.append("<![CDATA[").append(text).append("]]>");
            case XmlNode.Comment(String text) -> out.append("<!--").append(text).append("-->");
            case XmlNode.Instruction(String target, String data) ->
                    out.append("<?").append(target).append(' ').append(data).append("?>");
        }
    }

    private void inlineElement(XmlNode.Element element) {
        startTag(element);
        if (element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        element.children().forEach(this::inline);
        out.append("</").append(element.name()).append('>');
    }

    private void startTag(XmlNode.Element element) {
        out.append('<').append(element.name());
        for (XmlNode.Attribute attribute : element.attributes()) {
            out.append(' ').append(attribute.name()).append("='");
            escape(attribute.value(), true);
            out.append('\'');
        }
    }

    /** libvirt escapes both quotes everywhere; white space in attributes would not survive being read again. */
    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\'' -> out.append("&apos;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append(attribute ? "&#10;" : "\n");
                case '\t' -> out.append(attribute ? "&#9;" : "\t");
                default -> out.append(c);
            }
        }
    }
}
