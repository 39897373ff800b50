package dev.vsh.shell.document;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** {@code <link>} of an {@code <interface>}. */
public final class InterfaceLink {
    private InterfaceLink() {}

    /**
     * The same interface with another state.
     *
     * @param element as a driver wrote it
     */
    public static String set(String element, String state) {
        Document document = ParsedXml.of(element);
        Element nic = document.getDocumentElement();
        if (nic.getElementsByTagName("link").getLength() == 0) {
            nic.appendChild(document.createTextNode("  "));
            nic.appendChild(document.createElement("link"));
            nic.appendChild(document.createTextNode("\n    "));
        }
        ((Element) nic.getElementsByTagName("link").item(0)).setAttribute("state", state);
        return NodeText.of(nic);
    }
}
