package dev.vsh.domain;

/**
 * A valid part of the document that this model does not take apart.
 *
 * @param path where it stands, as {@code devices/graphics}
 * @param xml the element itself, as XML text
 */
public record OpaqueElement(String path, String xml) {}
