/** Tests of {@code dev.vsh.netlink}. */
@NullMarked
package dev.vsh.netlink;

import org.jspecify.annotations.NullMarked;
