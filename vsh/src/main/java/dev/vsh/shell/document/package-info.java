/**
 * Questions to a domain document that the driver interface does not answer: its title, its console
 * devices, any XPath. Uses the XML parts of the JDK alone.
 */
@NullMarked
package dev.vsh.shell.document;

import org.jspecify.annotations.NullMarked;
