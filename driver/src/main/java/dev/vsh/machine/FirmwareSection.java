package dev.vsh.machine;

import java.util.List;

/** A section of SMBIOS by libvirt's name, as {@code bios}. */
public record FirmwareSection(String name, List<Entry> entries) {
    /** By libvirt's name, as {@code vendor}. */
    public record Entry(String name, String value) {}

    public FirmwareSection {
        entries = List.copyOf(entries);
    }
}
