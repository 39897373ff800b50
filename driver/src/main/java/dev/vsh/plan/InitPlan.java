package dev.vsh.plan;

import java.util.List;

/**
 * The container's first process.
 *
 * @param path absolute, inside the container
 * @param argv with the program's name first
 * @param environment {@code NAME=value}
 * @param uid of the container
 * @param groups supplementary, of the container
 */
public record InitPlan(
        String path,
        List<String> argv,
        List<String> environment,
        String directory,
        long uid,
        long gid,
        List<Long> groups) {
    public InitPlan {
        argv = List.copyOf(argv);
        environment = List.copyOf(environment);
        groups = List.copyOf(groups);
    }
}
