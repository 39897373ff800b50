/** Tests of the conversion from and to LXC's configurations. */
@NullMarked
package dev.vsh.domain.lxctools;

import org.jspecify.annotations.NullMarked;
