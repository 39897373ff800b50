package dev.vsh.plan;

/**
 * @param bounding capabilities that anything in the container may ever have, a bit each; bits that the kernel has
 *     no capability for are ignored
 * @param init capabilities of the init when it starts as root; a subset of {@code bounding} and of what the
 *     helper may hand out
 */
public record CapabilityPlan(long bounding, long init) {}
