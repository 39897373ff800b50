package dev.vsh.it.fault;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.Sandbox;

import java.util.List;

/** One host to kill on, and what has to be true of it whatever was killed. */
record Scene(Sandbox sandbox, Connection connection) {
    Domain define(DomainDocument document) {
        return connection.defineDomain(document);
    }

    /** What is listed is what is there; every domain of it can be ended, started again, ended and forgotten. */
    void assertWhole() {
        Await.until("the list to be true", this::untruths, List::isEmpty);
        connection.listAllDomains().forEach(Scene::end);
        Await.until("nothing of a run to be left", this::remains, List::isEmpty);
        connection.listAllDomains().forEach(Scene::useAndForget);
        Await.until("nothing to be left", sandbox::leftovers, List::isEmpty);
    }

    private List<String> untruths() {
        boolean listed = connection.listAllDomains().stream().anyMatch(Domain::isActive);
        boolean there = new Helpers(sandbox).any().isPresent();
        return listed == there ? List.of() : List.of("listed " + listed + ", there " + there);
    }

    private static void useAndForget(Domain domain) {
        domain.start();
        if (!domain.isActive()) {
            throw new AssertionError(domain.name() + " was started and is not active");
        }
        domain.destroy();
        domain.undefine();
    }

    /** Files are the domain's, which is still defined. */
    private List<String> remains() {
        return sandbox.leftovers().stream().filter(each -> !each.startsWith("file ")).toList();
    }

    private static void end(Domain domain) {
        if (domain.isActive()) {
            try {
                domain.destroy();
            } catch (DriverException e) {
                if (e.code() != ErrorCode.OPERATION_INVALID) {
                    throw e;
                }
            }
        }
    }
}
