package dev.vsh.shell.verb;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.XmlView;

/** Puts an edited document in the place of the one that it came from. */
final class Redefinition {
    private final Connection connection;
    private final Domain domain;
    private final String original;
    private boolean validate = true;
    private boolean force;

    Redefinition(Connection connection, Domain domain, String original) {
        this.connection = connection;
        this.domain = domain;
        this.original = original;
    }

    String domainName() {
        return domain.name();
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
     * @return the domain's name, which may be new
     * @throws DriverException as {@link Connection#defineDomain}, and when somebody else changed the
     *     definition meanwhile
     */
    String define(String text) {
        if (!force && !domain.xml(XmlView.INACTIVE).equals(original)) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "the XML configuration was changed by another user");
        }
        return connection.defineDomain(new DomainDocument(text, "(edited)", validate)).name();
    }
}
