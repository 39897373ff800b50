package dev.vsh.shell.document;

import java.util.Optional;

/**
 * A {@code <disk>} in the making.
 *
 * @param block whether the source is a block device, and not a file
 * @param device what it is to be seen as: disk, cdrom, …
 * @param driver what makes a device of a file
 * @param format of the file
 */
public record DiskText(
        boolean block,
        Optional<String> device,
        Optional<String> driver,
        Optional<String> format,
        String source,
        String target,
        boolean readonly) {
    public String xml() {
        StringBuilder text = new StringBuilder();
        text.append("<disk type='").append(block ? "block" : "file").append('\'');
        device.ifPresent(word -> text.append(attribute("device", word)));
        text.append(">\n");
        if (driver.isPresent() || format.isPresent()) {
            text.append("  <driver");
            driver.ifPresent(name -> text.append(attribute("name", name)));
            format.ifPresent(type -> text.append(attribute("type", type)));
            text.append("/>\n");
        }
        text.append("  <source").append(attribute(block ? "dev" : "file", source)).append("/>\n");
        text.append("  <target").append(attribute("dev", target)).append("/>\n");
        return text + (readonly ? "  <readonly/>\n" : "") + "</disk>\n";
    }

    private static String attribute(String name, String value) {
        return " " + name + "='" + AttributeValue.quoted(value) + "'";
    }
}
