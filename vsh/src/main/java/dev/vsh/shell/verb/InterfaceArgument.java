package dev.vsh.shell.verb;

import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.DomainXml;

import java.util.List;

/** The {@code <interface>} of a command, behind its {@code <domain>}. */
final class InterfaceArgument {
    private final DomainArgument domain;
    private final Option.Text option;

    InterfaceArgument(DomainArgument domain, String help) {
        this.domain = domain;
        this.option = Option.Text.required("interface", help, (soFar, _) -> names(soFar));
    }

    Option.Text option() {
        return option;
    }

    String of(Invocation invocation) {
        return invocation.required(option);
    }

    private List<String> names(Invocation soFar) {
        if (!soFar.has(domain.option())) {
            return List.of();
        }
        return new DomainXml(domain.of(soFar).xml(XmlView.LIVE))
                .interfaces().stream().flatMap(nic -> nic.name().stream()).toList();
    }
}
