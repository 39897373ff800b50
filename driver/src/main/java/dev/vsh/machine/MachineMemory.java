package dev.vsh.machine;

import dev.vsh.domain.ByteSize;

/**
 * The memory of a machine.
 *
 * @param cached with what the kernel could give up at once
 */
public record MachineMemory(ByteSize total, ByteSize free, ByteSize buffers, ByteSize cached) {}
