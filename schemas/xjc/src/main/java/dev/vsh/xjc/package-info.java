/**
 * A plugin of the schema compiler that writes for each bean the code that reads and writes it without reflection, and
 * says no to what the schema forbids. It may use the schema compiler and nothing of the product.
 */
@NullMarked
package dev.vsh.xjc;

import org.jspecify.annotations.NullMarked;
