package dev.vsh.plan;

import dev.vsh.domain.IdMap;

import java.util.List;
import java.util.Optional;

/**
 * A command in a container that runs.
 *
 * @param process who it is and what it gets; its {@code path} is the command's name
 * @param candidates the files that may be the command, the first that is there counts; at least one
 * @param cgroups member lists of the groups that it enters, on the host
 * @param terminal the size of the terminal of its own; empty when it works on three pipes
 */
public record ExecPlan(
        InitPlan process,
        List<String> candidates,
        SecurityPlan security,
        Optional<IdMap> idMap,
        List<String> cgroups,
        Optional<WindowSize> terminal,
        boolean linux32) {
    public ExecPlan {
        candidates = List.copyOf(candidates);
        cgroups = List.copyOf(cgroups);
    }

    /** The host's uid that the process has. */
    long hostUid() {
        return idMap.map(map -> map.onHost(map.uids(), process.uid())).orElse(process.uid());
    }

    /** The host's gid of the process. */
    long hostGid() {
        return idMap.map(map -> map.onHost(map.gids(), process.gid())).orElse(process.gid());
    }
}
