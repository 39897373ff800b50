/**
 * What a container is, as its document says: records and sealed types without any I/O. Uses nothing
 * but the JDK; everything else of the project may use it.
 */
@NullMarked
package dev.vsh.domain;

import org.jspecify.annotations.NullMarked;
