package dev.vsh.plan;

/**
 * Where the container's memory comes from on a host with several nodes; set_mempolicy(2).
 *
 * @param nodes a bit each, of the first 64
 */
public record MemoryPolicyPlan(Mode mode, long nodes) {
    /** The kernel's word for it. */
    public enum Mode {
        PREFERRED,
        INTERLEAVE
    }
}
