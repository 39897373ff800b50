/** Tests of what a conversation has besides its commands. May use what they test. */
@NullMarked
package dev.vsh.shell.session;

import org.jspecify.annotations.NullMarked;
