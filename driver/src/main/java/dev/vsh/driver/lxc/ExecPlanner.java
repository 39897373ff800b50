package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ExecRequest;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.ExecPlan;
import dev.vsh.plan.InitPlan;
import dev.vsh.plan.SecurityPlan;
import dev.vsh.plan.WindowSize;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a request for a command into a plan, by what the container is like now. */
final class ExecPlanner {
    private final Syscalls syscalls;
    private final DomainDefinition live;
    private final long initPid;
    private final Host host;
    private final SyscallFilters filters;

    ExecPlanner(
            Syscalls syscalls,
            DomainDefinition live,
            long initPid,
            Host host,
            SyscallFilters filters) {
        this.syscalls = syscalls;
        this.live = live;
        this.initPid = initPid;
        this.host = host;
        this.filters = filters;
    }

    /**
     * @throws DriverException INVALID_ARG when the request makes no sense in this container
     */
    ExecPlan plan(ExecRequest request) {
        if (request.command().isEmpty() || request.command().getFirst().isEmpty()) {
            throw new DriverException(ErrorCode.INVALID_ARG, "no command to run");
        }
        Path root = Path.of("/proc", Long.toString(initPid), "root");
        Accounts accounts = new Accounts(syscalls, root);
        Accounts.Identity identity = accounts.resolve(request.user(), Optional.empty());
        Map<String, String> environment = environment(request, accounts.account(identity.uid()));
        String name = request.command().getFirst();
        return new ExecPlan(
                new InitPlan(
                        name,
                        request.command(),
                        environment.entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .toList(),
                        request.directory().orElse("/"),
                        identity.uid(),
                        identity.gid(),
                        identity.groups()),
                candidates(name, environment.getOrDefault("PATH", "/usr/bin:/bin")),
                security(request),
                live.idMap(),
                groups(host.cgroups()),
                terminal(request),
                ContainerPlanner.isLinux32(live));
    }

    private SecurityPlan security(ExecRequest request) {
        SecurityPlan plan = new Security(host, filters).plan(live);
        return request.labelled() ? plan : plan.withoutLabel();
    }

    private List<String> groups(CgroupHost cgroups) {
        return new ProcessCgroups(initPid).memberLists(cgroups);
    }

    private Map<String, String> environment(
            ExecRequest request, Optional<Accounts.Account> account) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String variable :
                InitEnvironment.of(live, new TimeZoneRule(Path.of("/")).of(live.clock()))) {
            int equals = variable.indexOf('=');
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        account.ifPresent(
                user -> {
                    variables.put("HOME", user.home());
                    variables.put("USER", user.name());
                    variables.put("LOGNAME", user.name());
                });
        variables.putAll(request.environment());
        return variables;
    }

    private static List<String> candidates(String name, String path) {
        if (name.indexOf('/') >= 0) {
            return List.of(name);
        }
        return Arrays.stream(path.split(":", -1))
                .map(folder -> folder.isEmpty() ? name : folder + "/" + name)
                .toList();
    }

    private static Optional<WindowSize> terminal(ExecRequest request) {
        WindowSize size =
                request.size()
                        .map(each -> new WindowSize(each.columns(), each.rows()))
                        .orElse(WindowSize.USUAL);
        return request.terminal() ? Optional.of(size) : Optional.empty();
    }
}
