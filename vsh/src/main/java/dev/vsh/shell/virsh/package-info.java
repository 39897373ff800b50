/**
 * The commands of virsh, one by one, and what has become of each of them here. Data in a resource that is read only
 * when somebody asks for a command that is not here; uses the shell's {@code command}.
 */
@NullMarked
package dev.vsh.shell.virsh;

import org.jspecify.annotations.NullMarked;
