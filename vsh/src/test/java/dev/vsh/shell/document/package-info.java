/** Tests of what is read from documents. May use what they test. */
@NullMarked
package dev.vsh.shell.document;

import org.jspecify.annotations.NullMarked;
