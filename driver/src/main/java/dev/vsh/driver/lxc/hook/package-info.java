/**
 * Scripts of the host's administrator that are run at certain moments of a container's life, as libvirt's lxc hook. It
 * uses {@code dev.vsh.linux} and this API's errors.
 */
@NullMarked
package dev.vsh.driver.lxc.hook;

import org.jspecify.annotations.NullMarked;
