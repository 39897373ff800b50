package dev.vsh.domain.xml;

import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.domain.OpaqueElement;
import dev.vsh.schema.GuestEndXml;
import dev.vsh.schema.HostEndXml;
import dev.vsh.schema.InterfaceXml;
import dev.vsh.schema.LinkStateXml;
import dev.vsh.schema.LinkXml;
import dev.vsh.schema.MacXml;
import dev.vsh.schema.MtuXml;
import dev.vsh.schema.ScriptXml;
import dev.vsh.schema.YesNoXml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code <interface>}. */
final class InterfaceBinding {
    private static final OpaqueChildren<InterfaceXml> CHILDREN =
            new OpaqueChildren<InterfaceXml>("devices/interface")
                    .with("vlan", InterfaceXml::getVlan)
                    .with("virtualport", InterfaceXml::getVirtualport)
                    .with("downscript", InterfaceXml::getDownscript)
                    .with("backenddomain", InterfaceXml::getBackenddomain)
                    .with("model", InterfaceXml::getModel)
                    .with("driver", InterfaceXml::getDriver)
                    .with("backend", InterfaceXml::getBackend)
                    .with("filterref", InterfaceXml::getFilterref)
                    .with("tune", InterfaceXml::getTune)
                    .with("port", InterfaceXml::getPort)
                    .with("portForward", InterfaceXml::getPortForward)
                    .with("teaming", InterfaceXml::getTeaming)
                    .with("coalesce", InterfaceXml::getCoalesce)
                    .with("boot", InterfaceXml::getBoot)
                    .with("alias", InterfaceXml::getAlias)
                    .with("address", InterfaceXml::getAddress)
                    .with("acpi", InterfaceXml::getAcpi)
                    .with("rom", InterfaceXml::getRom);

    private static final OpaqueAttributes<InterfaceXml> ATTRIBUTES =
            new OpaqueAttributes<InterfaceXml>("devices/interface")
                    .with("managed", InterfaceXml::getManaged, InterfaceXml::setManaged)
                    .with(
                            "trustGuestRxFilters",
                            InterfaceXml::getTrustGuestRxFilters,
                            InterfaceXml::setTrustGuestRxFilters);

    private static final OpaqueAttributes<MacXml> MAC =
            new OpaqueAttributes<MacXml>("devices/interface/mac")
                    .with("type", MacXml::getType, MacXml::setType)
                    .with("check", MacXml::getCheck, MacXml::setCheck);

    /** {@code yes} is what it is without. */
    private static final OpaqueAttributes<HostEndXml> TARGET =
            new OpaqueAttributes<HostEndXml>("devices/interface/target")
                    .with(
                            "managed",
                            target -> target.getManaged() == YesNoXml.NO ? "no" : null,
                            (target, value) -> target.setManaged(YesNoXml.fromValue(value)));

    private InterfaceBinding() {}

    static NetworkInterface networkInterface(
            InterfaceXml xml, Places places, Supplier<String> macs) {
        String mac = mac(xml).orElseGet(macs);
        return new NetworkInterface(
                InterfaceSourceBinding.source(xml, mac, places),
                mac,
                Single.of(xml.getTarget())
                        .map(HostEndXml::getDev)
                        .filter(InterfaceBinding::isUsers),
                Single.of(xml.getGuest()).map(GuestEndXml::getDev),
                xml.getIp().stream().map(IpBinding::address).toList(),
                xml.getRoute().stream().map(IpBinding::route).toList(),
                Single.of(xml.getLink()).map(LinkXml::getState).map(LinkStateXml::value),
                Single.of(xml.getMtu()).map(MtuXml::getSize),
                Single.of(xml.getBandwidth()).map(BandwidthBinding::bandwidth),
                Single.of(xml.getScript()).map(ScriptXml::getPath),
                others(xml, places));
    }

    static Optional<String> mac(InterfaceXml xml) {
        return Single.of(xml.getMac()).map(mac -> mac.getAddress().toLowerCase(Locale.ROOT));
    }

    /** As libvirt does: names of its own making are for one start, even where a document repeats them. */
    private static boolean isUsers(String device) {
        return !device.startsWith("vnet")
                && !device.startsWith("macvtap")
                && !device.startsWith("macvlan");
    }

    private static List<OpaqueElement> others(InterfaceXml xml, Places places) {
        List<OpaqueElement> others = new ArrayList<>(ATTRIBUTES.read(xml));
        xml.getMac().forEach(mac -> others.addAll(MAC.read(mac)));
        xml.getTarget().forEach(target -> others.addAll(TARGET.read(target)));
        others.addAll(Aliases.onlyUsers(CHILDREN.read(xml, places)));
        return others;
    }

    static InterfaceXml xml(NetworkInterface networkInterface, Verbatim verbatim) {
        var xml = new InterfaceXml();
        if (networkInterface.source() instanceof InterfaceSource.Unsupported unsupported) {
            return verbatim.in(xml, unsupported.xml());
        }
        InterfaceSourceBinding.write(networkInterface.source(), xml);
        var mac = new MacXml();
        mac.setAddress(networkInterface.mac());
        MAC.write(networkInterface.others(), mac);
        xml.getMac().add(mac);
        networkInterface.addresses().stream().map(IpBinding::xml).forEach(xml.getIp()::add);
        networkInterface.routes().stream().map(IpBinding::xml).forEach(xml.getRoute()::add);
        networkInterface.script().map(InterfaceBinding::script).ifPresent(xml.getScript()::add);
        networkInterface
                .targetDevice()
                .map(InterfaceBinding::hostEnd)
                .ifPresent(xml.getTarget()::add);
        networkInterface
                .guestDevice()
                .map(InterfaceBinding::guestEnd)
                .ifPresent(xml.getGuest()::add);
        xml.getTarget().forEach(target -> TARGET.write(networkInterface.others(), target));
        networkInterface.linkState().map(InterfaceBinding::link).ifPresent(xml.getLink()::add);
        networkInterface.mtu().map(InterfaceBinding::mtu).ifPresent(xml.getMtu()::add);
        networkInterface.bandwidth().map(BandwidthBinding::xml).ifPresent(xml.getBandwidth()::add);
        ATTRIBUTES.write(networkInterface.others(), xml);
        CHILDREN.write(networkInterface.others(), xml, verbatim);
        return xml;
    }

    private static ScriptXml script(String path) {
        var xml = new ScriptXml();
        xml.setPath(path);
        return xml;
    }

    private static HostEndXml hostEnd(String device) {
        var xml = new HostEndXml();
        xml.setDev(device);
        return xml;
    }

    private static GuestEndXml guestEnd(String device) {
        var xml = new GuestEndXml();
        xml.setDev(device);
        return xml;
    }

    private static MtuXml mtu(int size) {
        var xml = new MtuXml();
        xml.setSize(size);
        return xml;
    }

    private static LinkXml link(String state) {
        var xml = new LinkXml();
        xml.setState(LinkStateXml.fromValue(state));
        return xml;
    }
}
