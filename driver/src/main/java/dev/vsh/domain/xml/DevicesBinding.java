package dev.vsh.domain.xml;

import dev.vsh.domain.Console;
import dev.vsh.domain.Devices;
import dev.vsh.domain.Disk;
import dev.vsh.domain.HostDevice;
import dev.vsh.domain.OpaqueElement;
import dev.vsh.schema.DevicesXml;
import dev.vsh.schema.DiskDriverXml;
import dev.vsh.schema.DiskSourceXml;
import dev.vsh.schema.DiskTargetXml;
import dev.vsh.schema.DiskTypeXml;
import dev.vsh.schema.DiskXml;
import dev.vsh.schema.HostInterfaceXml;
import dev.vsh.schema.HostdevSourceXml;
import dev.vsh.schema.HostdevXml;
import dev.vsh.schema.PathXml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code <devices>}. */
final class DevicesBinding {
    static final OpaqueChildren<DevicesXml> OPAQUE =
            new OpaqueChildren<DevicesXml>("devices")
                    .with("controller", DevicesXml::getController)
                    .with("lease", DevicesXml::getLease)
                    .with("smartcard", DevicesXml::getSmartcard)
                    .with("serial", DevicesXml::getSerial)
                    .with("parallel", DevicesXml::getParallel)
                    .with("channel", DevicesXml::getChannel)
                    .with("input", DevicesXml::getInput)
                    .with("tpm", DevicesXml::getTpm)
                    .with("graphics", DevicesXml::getGraphics)
                    .with("audio", DevicesXml::getAudio)
                    .with("sound", DevicesXml::getSound)
                    .with("video", DevicesXml::getVideo)
                    .with("redirdev", DevicesXml::getRedirdev)
                    .with("redirfilter", DevicesXml::getRedirfilter)
                    .with("hub", DevicesXml::getHub)
                    .with("watchdog", DevicesXml::getWatchdog)
                    .with("memballoon", DevicesXml::getMemballoon)
                    .with("rng", DevicesXml::getRng)
                    .with("nvram", DevicesXml::getNvram)
                    .with("panic", DevicesXml::getPanic)
                    .with("shmem", DevicesXml::getShmem)
                    .with("memory", DevicesXml::getMemory)
                    .with("iommu", DevicesXml::getIommu)
                    .with("vsock", DevicesXml::getVsock)
                    .with("crypto", DevicesXml::getCrypto);

    /** What would change what is on a disk, or how fast it is. */
    private static final OpaqueChildren<DiskXml> DISK =
            new OpaqueChildren<DiskXml>("devices/disk")
                    .with("auth", DiskXml::getAuth)
                    .with("blockio", DiskXml::getBlockio)
                    .with("mirror", DiskXml::getMirror)
                    .with("backenddomain", DiskXml::getBackenddomain)
                    .with("iotune", DiskXml::getIotune)
                    .with("transient", DiskXml::getTransient)
                    .with("encryption", DiskXml::getEncryption)
                    .with("boot", DiskXml::getBoot);

    private static final OpaqueAttributes<DiskXml> DISK_ATTRIBUTES =
            new OpaqueAttributes<DiskXml>("devices/disk")
                    .with("rawio", DiskXml::getRawio, DiskXml::setRawio)
                    .with("sgio", DiskXml::getSgio, DiskXml::setSgio);

    private static final OpaqueChildren<HostdevXml> HOSTDEV =
            new OpaqueChildren<HostdevXml>("devices/hostdev")
                    .with("driver", HostdevXml::getDriver)
                    .with("teaming", HostdevXml::getTeaming)
                    .with("boot", HostdevXml::getBoot)
                    .with("rom", HostdevXml::getRom);

    private static final String HOSTDEV_READONLY = "devices/hostdev/readonly";

    private DevicesBinding() {}

    static Devices devices(DevicesXml xml, Places places, Supplier<String> macs) {
        return new Devices(
                Texts.first(xml.getEmulator()),
                xml.getFilesystem().stream()
                        .map(filesystem -> FilesystemBinding.filesystem(filesystem, places))
                        .toList(),
                xml.getInterface().stream()
                        .map(nic -> InterfaceBinding.networkInterface(nic, places, macs))
                        .toList(),
                ConsoleBinding.consoles(xml.getConsole(), places),
                xml.getDisk().stream().map(disk -> disk(disk, places)).toList(),
                xml.getHostdev().stream().map(device -> hostDevice(device, places)).toList());
    }

    private static Disk disk(DiskXml xml, Places places) {
        Optional<DiskSourceXml> source = Single.of(xml.getSource());
        Optional<DiskDriverXml> driver = Single.of(xml.getDriver());
        return new Disk(
                Optional.ofNullable(xml.getType()).orElse(DiskTypeXml.FILE).value(),
                source.map(DiskSourceXml::getDev).or(() -> source.map(DiskSourceXml::getFile)),
                Single.of(xml.getTarget()).map(DiskTargetXml::getDev).orElseThrow(),
                driver.map(DiskDriverXml::getName),
                driver.map(DiskDriverXml::getType),
                !xml.getReadonly().isEmpty(),
                places.xml(xml));
    }

    /** What devices ask for that are written as they were, and nothing is done for. */
    static List<OpaqueElement> unmet(DevicesXml xml, Places places) {
        List<OpaqueElement> unmet = new ArrayList<>();
        for (DiskXml disk : xml.getDisk()) {
            unmet.addAll(DISK_ATTRIBUTES.read(disk));
            unmet.addAll(DISK.read(disk, places));
        }
        for (HostdevXml device : xml.getHostdev()) {
            unmet.addAll(HOSTDEV.read(device, places));
            device.getReadonly()
                    .forEach(_ -> unmet.add(new OpaqueElement(HOSTDEV_READONLY, "<readonly/>")));
        }
        return unmet;
    }

    private static HostDevice hostDevice(HostdevXml xml, Places places) {
        String written = places.xml(xml);
        return switch (xml.getType()) {
            case STORAGE -> new HostDevice.Storage(path(xml, HostdevSourceXml::getBlock), written);
            case MISC -> new HostDevice.Misc(path(xml, HostdevSourceXml::getChar), written);
            case NET ->
                    new HostDevice.Net(
                            Single.of(xml.getSource())
                                    .flatMap(source -> Single.of(source.getInterface()))
                                    .map(HostInterfaceXml::getValue)
                                    .orElseThrow(),
                            xml.getIp().stream().map(IpBinding::address).toList(),
                            xml.getRoute().stream().map(IpBinding::route).toList(),
                            written);
            case USB -> UsbBinding.device(xml, written);
            case PCI, SCSI, SCSI_HOST, MDEV ->
                    new HostDevice.Subsystem(xml.getType().value(), written);
        };
    }

    private static String path(HostdevXml xml, Function<HostdevSourceXml, List<PathXml>> paths) {
        return Single.of(xml.getSource())
                .flatMap(source -> Texts.firstPath(paths.apply(source)))
                .orElseThrow();
    }

    static DevicesXml xml(Devices devices, List<OpaqueElement> unsupported, Verbatim verbatim) {
        var xml = new DevicesXml();
        devices.emulator().map(Texts::text).ifPresent(xml.getEmulator()::add);
        for (Disk disk : devices.disks()) {
            xml.getDisk().add(verbatim.in(new DiskXml(), disk.xml()));
        }
        devices.filesystems().stream()
                .map(filesystem -> FilesystemBinding.xml(filesystem, verbatim))
                .forEach(xml.getFilesystem()::add);
        devices.interfaces().stream()
                .map(nic -> InterfaceBinding.xml(nic, verbatim))
                .forEach(xml.getInterface()::add);
        for (Console console : devices.consoles()) {
            xml.getConsole().add(ConsoleBinding.xml(console, verbatim));
        }
        for (HostDevice device : devices.hostDevices()) {
            xml.getHostdev().add(verbatim.in(new HostdevXml(), written(device)));
        }
        OPAQUE.write(unsupported, xml, verbatim);
        return xml;
    }

    private static String written(HostDevice device) {
        return switch (device) {
            case HostDevice.Storage storage -> storage.xml();
            case HostDevice.Misc misc -> misc.xml();
            case HostDevice.Net net -> net.xml();
            case HostDevice.Usb usb -> usb.xml();
            case HostDevice.Subsystem subsystem -> subsystem.xml();
        };
    }
}
