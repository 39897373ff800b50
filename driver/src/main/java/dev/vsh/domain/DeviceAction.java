package dev.vsh.domain;

/** What can be done with one device of a domain. */
public enum DeviceAction {
    ATTACH,
    DETACH,
    UPDATE
}
