/**
 * Many domains at once: starts those that begin with the host, in their order, and stops what runs when it goes down.
 * It uses the API of {@code dev.vsh.driver} and tells what came of it through a {@link
 * dev.vsh.shell.guests.GuestReport}.
 */
@NullMarked
package dev.vsh.shell.guests;

import org.jspecify.annotations.NullMarked;
