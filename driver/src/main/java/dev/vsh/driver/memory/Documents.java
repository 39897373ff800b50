package dev.vsh.driver.memory;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.util.OptionalLong;

/** Between a domain's document and its definition, with the errors that a driver owes its users. */
final class Documents {
    DomainDefinition read(DomainDocument document) {
        if (document.validate())
            throw new DriverException(ErrorCode.NO_SUPPORT, "read " + document.origin());
        return TestDomain.definition();
    }

    String write(DomainDefinition definition, OptionalLong id) {
        return "<domain type='lxc'><name>" + definition.name() + "</name></domain>" + id;
    }
}
