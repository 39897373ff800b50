package dev.vsh.domain.xml;

import dev.vsh.domain.Device;

/**
 * A device as a document has it.
 *
 * @param identified false when it is an interface whose MAC address was made up, as the document has none
 */
public record ParsedDevice(Device device, boolean identified) {}
