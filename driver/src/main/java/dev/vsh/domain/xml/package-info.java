/**
 * Reads the XML of domains and networks into their models and writes it back in libvirt's normal form; whatever is wrong
 * with a document becomes a list of {@link dev.vsh.domain.xml.XmlProblem}s. Uses {@code dev.vsh.domain}, {@code
 * dev.vsh.network}, {@code dev.vsh.seccomp} for the names of system calls, the beans generated from the
 * schemas, and JAXB, which nobody else may.
 */
@NullMarked
package dev.vsh.domain.xml;

import org.jspecify.annotations.NullMarked;
