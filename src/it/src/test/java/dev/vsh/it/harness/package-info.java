/**
 * What end-to-end tests have in common: their needs, a sandbox that is left clean, root folders, documents, consoles
 * and the launcher. Uses the driver's API as any program does, and never its insides.
 */
@NullMarked
package dev.vsh.it.harness;

import org.jspecify.annotations.NullMarked;
