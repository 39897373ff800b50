package dev.vsh.driver;

/**
 * The XML of a domain or a network, and where it came from, so that messages can say {@code web.xml:7:13}.
 *
 * @param text the whole document
 * @param origin a file name, or what to call the text in messages
 * @param validate whether the document must keep to the schema; only a repair has reason to say no
 */
public record DomainDocument(String text, String origin, boolean validate) {
    public static DomainDocument of(String text) {
        return new DomainDocument(text, "(document)", true);
    }

    public static DomainDocument of(String text, String origin) {
        return new DomainDocument(text, origin, true);
    }
}
