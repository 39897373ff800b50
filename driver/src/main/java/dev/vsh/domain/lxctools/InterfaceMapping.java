package dev.vsh.domain.lxctools;

import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Makes an {@code <interface>} of one of type veth or macvlan. */
final class InterfaceMapping {
    /** LXC's modes, and a document's words for them. */
    static final Map<String, String> MACVLAN_MODES =
            Map.of(
                    "private", "private",
                    "vepa", "vepa",
                    "bridge", "bridge",
                    "passthru", "passthrough");

    private static final String NO_ADDRESS = "00:16:3e:xx:xx:xx";
    private static final long MIN_MTU = 68;
    private static final long MAX_MTU = 65_535;
    private static final String DEVICE = "[^\\s/]{1,15}";

    private final Nic nic;
    private final Findings findings;
    private final IntSupplier digits;

    InterfaceMapping(Nic nic, Findings findings, IntSupplier digits) {
        this.nic = nic;
        this.findings = findings;
        this.digits = digits;
    }

    Optional<NetworkInterface> networkInterface(Setting type) {
        Optional<InterfaceSource> source =
                type.value().equals("veth") ? Optional.of(veth()) : macvlan(type);
        IpSettings addresses = new IpSettings(nic, findings);
        return source.map(
                each ->
                        new NetworkInterface(
                                each,
                                mac(),
                                device("veth.pair").filter(this::isKept),
                                device("name"),
                                addresses.addresses(),
                                addresses.routes(),
                                Optional.of(isUp() ? "up" : "down"),
                                mtu(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()));
    }

    private boolean isUp() {
        return nic.all("flags").stream()
                .anyMatch(flags -> Words.split(flags.value()).contains("up"));
    }

    private InterfaceSource veth() {
        nic.last("veth.mode")
                .filter(mode -> !mode.value().equals("bridge"))
                .ifPresent(
                        mode ->
                                findings.warn(
                                        mode, "the host's end has no routes of the driver's"));
        return device("link")
                .<InterfaceSource>map(InterfaceSource.Bridge::new)
                .orElseGet(() -> new InterfaceSource.Ethernet(List.of(), List.of()));
    }

    private Optional<InterfaceSource> macvlan(Setting type) {
        Optional<String> device = device("link");
        if (device.isEmpty()) {
            findings.refuse(type, "a macvlan needs the host's interface: set link");
        }
        return device.map(each -> new InterfaceSource.Direct(each, mode()));
    }

    private String mode() {
        Optional<Setting> mode = nic.last("macvlan.mode");
        mode.filter(setting -> !MACVLAN_MODES.containsKey(setting.value()))
                .ifPresent(
                        setting ->
                                findings.refuse(
                                        setting,
                                        "'" + setting.value() + "' is no mode of a macvlan"));
        return mode.map(Setting::value).map(MACVLAN_MODES::get).orElse("private");
    }

    private Optional<String> device(String key) {
        Optional<Setting> setting = nic.last(key);
        if (setting.isPresent() && !setting.get().value().matches(DEVICE)) {
            new Numbers(findings).refuse(setting.get(), "the name of an interface");
            return Optional.empty();
        }
        return setting.map(Setting::value);
    }

    /** As libvirt does, the reader of documents drops names that look as if a driver had made them. */
    private boolean isKept(String device) {
        boolean kept = !device.matches("(vnet|macvtap|macvlan).*");
        if (!kept) {
            nic.last("veth.pair")
                    .ifPresent(
                            setting ->
                                    findings.warn(
                                            setting, "names like this are given by the driver"));
        }
        return kept;
    }

    private String mac() {
        Optional<Setting> address = nic.last("hwaddr");
        Optional<String> template =
                address.map(setting -> setting.value().toLowerCase(Locale.ROOT))
                        .filter(text -> text.matches("[0-9a-fx]{2}(:[0-9a-fx]{2}){5}"));
        if (address.isPresent() && template.isEmpty()) {
            new Numbers(findings).refuse(address.get(), "a MAC address, as 00:16:3e:xx:xx:xx");
        }
        String mac = filled(template.orElse(NO_ADDRESS));
        if ((Character.digit(mac.charAt(1), 16) & 1) == 1) {
            address.ifPresent(setting -> findings.refuse(setting, "it is the address of a group"));
        }
        return mac;
    }

    private String filled(String template) {
        var mac = new StringBuilder(template);
        for (int i = 0; i < mac.length(); i++) {
            if (mac.charAt(i) == 'x') {
                // The lowest bit of the first byte would say that the address is that of a group.
                int digit = digits.getAsInt() & (i == 1 ? 0xe : 0xf);
                mac.setCharAt(i, Character.forDigit(digit, 16));
            }
        }
        return mac.toString();
    }

    private Optional<Integer> mtu() {
        return nic.last("mtu")
                .flatMap(setting -> new Numbers(findings).between(MIN_MTU, MAX_MTU, setting))
                .map(Long::intValue);
    }
}
