package dev.vsh.driver;

import dev.vsh.domain.ListEdit;
import dev.vsh.domain.NetworkSection;

import java.util.OptionalInt;

/**
 * A change to one list in a network's document.
 *
 * @param parent which {@code <ip>} is meant, from 0; without it the first that has {@code <dhcp>}, else the first
 * @param element what is added or deleted, or takes the place of what it resembles
 */
public record NetworkUpdate(
        ListEdit edit, NetworkSection section, OptionalInt parent, DomainDocument element) {}
