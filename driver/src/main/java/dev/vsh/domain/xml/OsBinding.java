package dev.vsh.domain.xml;

import dev.vsh.domain.Init;
import dev.vsh.schema.InitOwnerXml;
import dev.vsh.schema.InitargXml;
import dev.vsh.schema.InitenvXml;
import dev.vsh.schema.OsTypeXml;
import dev.vsh.schema.OsXml;

import java.util.Optional;

/** {@code <os>}. */
final class OsBinding {
    static final OpaqueAttributes<OsTypeXml> OPAQUE =
            new OpaqueAttributes<OsTypeXml>("os/type")
                    .with("machine", OsTypeXml::getMachine, OsTypeXml::setMachine);

    private OsBinding() {}

    static Init init(OsXml xml, String hostArchitecture) {
        return new Init(
                Optional.of(
                        Single.of(xml.getType()).map(OsTypeXml::getArch).orElse(hostArchitecture)),
                Texts.firstPath(xml.getInit()).orElseThrow(),
                xml.getInitarg().stream().map(InitargXml::getValue).toList(),
                xml.getInitenv().stream()
                        .map(env -> new Init.EnvironmentVariable(env.getName(), env.getValue()))
                        .toList(),
                Texts.firstPath(xml.getInitdir()),
                Single.of(xml.getInituser()).map(InitOwnerXml::getValue),
                Single.of(xml.getInitgroup()).map(InitOwnerXml::getValue),
                Texts.first(xml.getCmdline()));
    }

    static OsXml xml(Init init) {
        var xml = new OsXml();
        xml.getType().add(type(init));
        xml.getInit().add(Texts.path(init.path()));
        init.arguments().stream().map(OsBinding::argument).forEach(xml.getInitarg()::add);
        init.environment().stream().map(OsBinding::variable).forEach(xml.getInitenv()::add);
        init.directory().map(Texts::path).ifPresent(xml.getInitdir()::add);
        init.user().map(OsBinding::owner).ifPresent(xml.getInituser()::add);
        init.group().map(OsBinding::owner).ifPresent(xml.getInitgroup()::add);
        init.commandLine().map(Texts::text).ifPresent(xml.getCmdline()::add);
        return xml;
    }

    private static OsTypeXml type(Init init) {
        var type = new OsTypeXml();
        type.setValue("exe");
        init.architecture().ifPresent(type::setArch);
        return type;
    }

    private static InitargXml argument(String value) {
        var xml = new InitargXml();
        xml.setValue(value);
        return xml;
    }

    private static InitenvXml variable(Init.EnvironmentVariable variable) {
        var xml = new InitenvXml();
        xml.setName(variable.name());
        xml.setValue(variable.value());
        return xml;
    }

    private static InitOwnerXml owner(String value) {
        var xml = new InitOwnerXml();
        xml.setValue(value);
        return xml;
    }
}
