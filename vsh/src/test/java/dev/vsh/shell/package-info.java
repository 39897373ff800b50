/** Tests of the shell: in process against {@code test:///default}, and a few as real processes. */
@NullMarked
package dev.vsh.shell;

import org.jspecify.annotations.NullMarked;
