package dev.vsh.machine;

import dev.vsh.machine.FirmwareSection.Entry;

import java.util.ArrayList;
import java.util.List;

/** SMBIOS as the kernel shows it in {@code /sys/class/dmi/id}; serial numbers to root alone. */
record Firmware(KernelFiles files) {
    /** A section: libvirt's name, and pairs of libvirt's name of an entry and the kernel's of its file. */
    private static final List<List<String>> SECTIONS =
            List.of(
                    List.of(
                            "bios",
                            "vendor:bios_vendor",
                            "version:bios_version",
                            "date:bios_date",
                            "release:bios_release"),
                    List.of(
                            "system",
                            "manufacturer:sys_vendor",
                            "product:product_name",
                            "version:product_version",
                            "serial:product_serial",
                            "uuid:product_uuid",
                            "sku:product_sku",
                            "family:product_family"),
                    List.of(
                            "baseBoard",
                            "manufacturer:board_vendor",
                            "product:board_name",
                            "version:board_version",
                            "serial:board_serial",
                            "asset:board_asset_tag"),
                    List.of(
                            "chassis",
                            "manufacturer:chassis_vendor",
                            "version:chassis_version",
                            "serial:chassis_serial",
                            "asset:chassis_asset_tag"));

    List<FirmwareSection> sections() {
        return SECTIONS.stream()
                .map(section -> new FirmwareSection(section.getFirst(), entries(section)))
                .filter(section -> !section.entries().isEmpty())
                .toList();
    }

    private List<Entry> entries(List<String> section) {
        List<Entry> entries = new ArrayList<>();
        for (String pair : section.subList(1, section.size())) {
            int colon = pair.indexOf(':');
            files.text("sys/class/dmi/id/" + pair.substring(colon + 1))
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> entries.add(new Entry(pair.substring(0, colon), value)));
        }
        return entries;
    }
}
