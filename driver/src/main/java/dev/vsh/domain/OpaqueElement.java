package dev.vsh.domain;

/**
 * A valid part of the document that this model does not take apart.
 *
 * @param path where it stands below {@code <domain>}: {@code devices/graphics}; {@code memory/@dumpCore} for an attribute
 * @param xml the element itself as XML text; an attribute's value
 */
public record OpaqueElement(String path, String xml) {}
