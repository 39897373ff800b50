package dev.vsh.domain.xml;

import org.xml.sax.SAXParseException;

/** Tells in words where a document stops being XML. */
final class WellFormedness {
    private WellFormedness() {}

    static XmlProblem problem(SAXParseException e) {
        int line = Math.max(e.getLineNumber(), 1);
        int column = Math.max(e.getColumnNumber(), 1);
        return new XmlProblem(line, column, message(String.valueOf(e.getMessage())));
    }

    private static String message(String message) {
        if (message.contains("DOCTYPE")) {
            return "a DOCTYPE is refused: a domain has no use for entities and external"
                    + " definitions";
        }
        // Limits of the JDK's parser come with the name of the property that sets them.
        String text = message.replaceFirst("^JAXP\\d+: ", "");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
