package dev.vsh.domain.xml;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a document gets that does not say it itself.
 *
 * @param uuids makes the uuid of a domain
 * @param macs makes the address of an interface
 * @param architecture the host's, in the kernel's words
 */
public record Defaults(Supplier<UUID> uuids, Supplier<String> macs, String architecture) {}
