/**
 * What a virtual network is, as its document says, and the settings that the programs behind it are given: records and
 * texts without any I/O. Uses {@code dev.vsh.domain}, for what networks and domains have in common, and nothing else.
 */
@NullMarked
package dev.vsh.network;

import org.jspecify.annotations.NullMarked;
