/**
 * What a start is going to do, as pure values: the {@link dev.vsh.plan.ContainerPlan} says what the container
 * is made of, the {@link dev.vsh.plan.SetupProgram} says how, system call by system call. Uses
 * {@code dev.vsh.domain} for values, {@code dev.vsh.linux} for the kernel's names and numbers and {@code
 * dev.vsh.netlink} for requests about its network; it makes no call itself.
 */
@NullMarked
package dev.vsh.plan;

import org.jspecify.annotations.NullMarked;
