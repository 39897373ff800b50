/** Tests of what the programs behind virtual networks are told. */
@NullMarked
package dev.vsh.network;

import org.jspecify.annotations.NullMarked;
