/** Tests of what scripts are given, and of what becomes of those that fail or hang. */
@NullMarked
package dev.vsh.driver.lxc.hook;

import org.jspecify.annotations.NullMarked;
