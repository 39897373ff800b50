package dev.vsh.shell.verb;

import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.InterfaceXml;

import java.util.List;

/** The {@code <interface>} of a command, behind its {@code <domain>}. */
final class InterfaceArgument {
    private final Option.Text option;

    InterfaceArgument(DomainArgument domain, String help) {
        this.option = Option.Text.required("interface", help, names(domain));
    }

    Option.Text option() {
        return option;
    }

    String of(Invocation invocation) {
        return invocation.required(option);
    }

    /** Of the interfaces that the domain has. */
    static ValueCompleter addresses(DomainArgument domain) {
        return (soFar, _) ->
                interfaces(domain, soFar).stream().flatMap(nic -> nic.mac().stream()).toList();
    }

    /** The names of the host's ends, or addresses. */
    static ValueCompleter names(DomainArgument domain) {
        return (soFar, _) ->
                interfaces(domain, soFar).stream().flatMap(nic -> nic.name().stream()).toList();
    }

    private static List<InterfaceXml> interfaces(DomainArgument domain, Invocation soFar) {
        return soFar.has(domain.option())
                ? new DomainXml(domain.of(soFar).xml(XmlView.LIVE)).interfaces()
                : List.of();
    }
}
