package dev.vsh.shell.verb;

import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

/** Puts an edited document in the place of the one that it came from. */
final class Redefinition {
    /** What a document is the definition of. */
    interface Subject {
        /** How the user is told of it, as {@code Domain 'x'}. */
        String title();

        /** The definition as it is now. */
        String xml();

        /**
         * @return how the user is told of what is defined now, which may have a new name
         */
        String define(DomainDocument document);
    }

    private final Subject subject;
    private final String original;
    private boolean validate = true;
    private boolean force;

    Redefinition(Subject subject, String original) {
        this.subject = subject;
        this.original = original;
    }

    String title() {
        return subject.title();
    }

    boolean wouldChange(String text) {
        return !text.equals(original);
    }

    void skipValidation() {
        validate = false;
    }

    /** Lets the edited text win over what somebody else defined meanwhile. */
    void force() {
        force = true;
    }

    /**
     * @return as {@link Subject#define}
     * @throws DriverException as the connection's define, and when somebody else changed the definition meanwhile
     */
    String define(String text) {
        if (!force && !subject.xml().equals(original)) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "the XML configuration was changed by another user");
        }
        return subject.define(new DomainDocument(text, "(edited)", validate));
    }
}
