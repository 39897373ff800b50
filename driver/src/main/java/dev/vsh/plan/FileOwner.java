package dev.vsh.plan;

/** Whose files are, by the host's numbers. */
public record FileOwner(long uid, long gid) {}
