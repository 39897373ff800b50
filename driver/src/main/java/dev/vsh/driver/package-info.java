/**
 * The API that everybody uses, the shell included: a {@link dev.vsh.driver.Connection} gives {@link
 * dev.vsh.driver.Domain}s, whose nouns and verbs are libvirt's. It uses {@code dev.vsh.domain} with its readers, one
 * call of {@code dev.vsh.linux} to end a process, and knows its drivers only as {@link dev.vsh.driver.DriverProvider}s.
 */
@NullMarked
package dev.vsh.driver;

import org.jspecify.annotations.NullMarked;
