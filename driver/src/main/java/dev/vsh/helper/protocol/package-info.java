/**
 * What the helper and the driver say to each other, as closed sets of messages. Uses the program images of {@code
 * dev.vsh.plan}, the wait status of {@code dev.vsh.linux} and nothing else of this project.
 *
 * <pre>
 * over the helper's stdin and stdout, once:
 *
 *   driver                              helper
 *     | -- LaunchRequest ------------------> |   a program and where to keep things
 *     |                                      |   runs it
 *     | <------------------ LaunchReport --- |   Started, or what failed; then both streams close
 *
 * over the helper's unix socket, any number of clients at a time:
 *
 *   client                              helper
 *     | -- STATUS -------------------------> |
 *     | <---------------------- RUNNING ---- |   the init's process id
 *
 *     | -- EXPECT, END_ACTIONS ------------> |   what follows the end of the init
 *     | <---------------------- RUNNING ---- |
 *
 *     | -- ATTACH -------------------------> |   to a console
 *     | <------------- OUTPUT* (replay) ---- |   or REFUSED
 *     | -- INPUT, RESIZE, END_INPUT -------> |
 *     | <---------------------- OUTPUT ----- |   until either side closes,
 *     | <----------------------- ENDED ----- |   or the container has ended
 *
 *     | -- PART*, EXEC --------------------> |   runs a command
 *     | <----------------------- REPORT ---- |
 *     | -- INPUT, END_INPUT, SIGNAL, RESIZE> |
 *     | <-------------- OUTPUT, ERRORS ----- |
 *     | <---------------------- EXITED ----- |
 *
 *     | -- PART*, CHANGE ------------------> |   changes a device
 *     | <----------------------- REPORT ---- |
 * </pre>
 */
@NullMarked
package dev.vsh.helper.protocol;

import org.jspecify.annotations.NullMarked;
