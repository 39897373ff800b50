/**
 * The process that every running container has beside it: it runs the setup program, clones the init and stays
 * until that ends, relaying its consoles. Uses {@code dev.vsh.plan}, {@code dev.vsh.helper.protocol}, {@code
 * dev.vsh.helper.view}, {@code dev.vsh.cgroup}, {@code dev.vsh.netlink} and {@code dev.vsh.linux}, and must never load XML, JAXB, Log4j or JLine, nor start a second Java thread: see the clone rule,
 * decision 0001.
 */
@NullMarked
package dev.vsh.helper;

import org.jspecify.annotations.NullMarked;
