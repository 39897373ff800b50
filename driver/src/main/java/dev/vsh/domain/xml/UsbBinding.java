package dev.vsh.domain.xml;

import dev.vsh.domain.HostDevice;
import dev.vsh.schema.HostdevSourceXml;
import dev.vsh.schema.HostdevXml;
import dev.vsh.schema.OpaqueXml;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javax.xml.namespace.QName;

/** {@code <hostdev type='usb'>}: which device, by what it is, where it is, or both. */
final class UsbBinding {
    private static final QName ID = new QName("id");
    private static final QName BUS = new QName("bus");
    private static final QName DEVICE = new QName("device");
    private static final QName STARTUP_POLICY = new QName("startupPolicy");

    private UsbBinding() {}

    static HostDevice.Usb device(HostdevXml xml, String written) {
        HostdevSourceXml source = Single.of(xml.getSource()).orElseThrow();
        return new HostDevice.Usb(
                id(source),
                address(source),
                "optional".equals(source.getOtherAttributes().get(STARTUP_POLICY)),
                written);
    }

    /** Why the device cannot be found by what is written. */
    static Optional<String> fault(HostdevXml xml) {
        Optional<HostdevSourceXml> source = Single.of(xml.getSource());
        boolean found = source.flatMap(UsbBinding::id).isPresent();
        boolean placed = source.flatMap(UsbBinding::address).isPresent();
        return found || placed
                ? Optional.empty()
                : Optional.of(
                        "<hostdev> of type 'usb' needs a <source> with <vendor id='0x…'/> and"
                                + " <product id='0x…'/>, or with <address bus='…' device='…'/>");
    }

    private static Optional<HostDevice.UsbId> id(HostdevSourceXml source) {
        Optional<Integer> vendor = number(source, HostdevSourceXml::getVendor, ID, 0xffff);
        Optional<Integer> product = number(source, HostdevSourceXml::getProduct, ID, 0xffff);
        return vendor.flatMap(first -> product.map(second -> new HostDevice.UsbId(first, second)));
    }

    private static Optional<HostDevice.UsbAddress> address(HostdevSourceXml source) {
        Optional<Integer> bus = number(source, HostdevSourceXml::getAddress, BUS, 999);
        Optional<Integer> device = number(source, HostdevSourceXml::getAddress, DEVICE, 999);
        return bus.flatMap(first -> device.map(second -> new HostDevice.UsbAddress(first, second)));
    }

    /** Decimal, octal behind a 0, or hexadecimal behind 0x, as libvirt reads it. */
    private static Optional<Integer> number(
            HostdevSourceXml source,
            Function<HostdevSourceXml, List<OpaqueXml>> child,
            QName attribute,
            int limit) {
        try {
            return Single.of(child.apply(source))
                    .map(xml -> xml.getOtherAttributes().get(attribute))
                    .map(Integer::decode)
                    .filter(number -> number >= 0 && number <= limit);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
