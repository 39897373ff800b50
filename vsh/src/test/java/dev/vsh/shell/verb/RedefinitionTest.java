package dev.vsh.shell.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.XmlView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedefinitionTest {
    private final Connection connection = Connection.open("test:///default");
    private final Domain domain = connection.lookupDomainByName("test");
    private final String text = domain.xml(XmlView.INACTIVE);

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void whatSomebodyElseDefinedMeanwhileWinsUnlessForced() {
        Redefinition redefinition = new Redefinition(new EditedDomain(connection, domain), text);
        connection.defineDomain(DomainDocument.of(text.replace("/bin/cat", "/bin/theirs")));
        String mine = text.replace("/bin/cat", "/bin/mine");

        DriverException e = assertThrows(DriverException.class, () -> redefinition.define(mine));
        assertEquals(ErrorCode.OPERATION_FAILED, e.code());

        redefinition.force();
        assertEquals("Domain 'test'", redefinition.define(mine));
        assertEquals(mine, domain.xml(XmlView.INACTIVE));
    }
}
