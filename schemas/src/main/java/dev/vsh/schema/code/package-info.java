/**
 * What the code that is generated for each bean has in common, and the reader that drives it. It may use JAXB's element
 * and SAX, and reads what the schemas allow without compiling them.
 */
@NullMarked
package dev.vsh.schema.code;

import org.jspecify.annotations.NullMarked;
