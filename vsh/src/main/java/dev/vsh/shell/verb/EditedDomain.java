package dev.vsh.shell.verb;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.XmlView;

/** A domain whose definition is edited. */
record EditedDomain(Connection connection, Domain domain) implements Redefinition.Subject {
    @Override
    public String title() {
        return title(domain);
    }

    @Override
    public String xml() {
        return domain.xml(XmlView.INACTIVE);
    }

    @Override
    public String define(DomainDocument document) {
        return title(connection.defineDomain(document));
    }

    private static String title(Domain domain) {
        return "Domain '" + domain.name() + "'";
    }
}
