package dev.vsh.helper;

import dev.vsh.domain.IdMap;
import dev.vsh.helper.protocol.EndActions;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.CapabilityPlan;
import dev.vsh.plan.CgroupPlan;
import dev.vsh.plan.ContainerPlan;
import dev.vsh.plan.HostTree;
import dev.vsh.plan.InitPlan;
import dev.vsh.plan.Namespace;
import dev.vsh.plan.ProgramEncoder;
import dev.vsh.plan.ProgramImage;
import dev.vsh.plan.RootPlan;
import dev.vsh.plan.SecurityPlan;
import dev.vsh.plan.SetupCompiler;
import dev.vsh.plan.ViewPlan;
import dev.vsh.plan.WindowSize;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Launches containers one after the other as a helper does, with the helper's own classes, and prints a line for each:
 * what became of it and how many microseconds its whole life took. It is in the helper's package because nobody else
 * may clone.
 */
final class CloneSoak {
    private static final int DEADLINE_MILLIS = 2000;
    private static final long KEPT_CAPABILITIES = 0xff;

    private final Syscalls syscalls = new Syscalls();
    private final LaunchRequest request;

    private CloneSoak(LaunchRequest request) {
        this.request = request;
    }

    /**
     * @param arguments root folder, how many clones, {@code mapped} or {@code plain}
     */
    public static void main(String[] arguments) {
        boolean mapped = arguments[2].equals("mapped");
        CloneSoak soak = new CloneSoak(request(plan(arguments[0], mapped)));
        for (int left = Integer.parseInt(arguments[1]); left > 0; left--) {
            System.out.println(soak.launch());
        }
    }

    private String launch() {
        long begin = System.nanoTime();
        Launch.Outcome outcome = new Launch(syscalls, request).run();
        LoadedProgram program = outcome.program();
        if (!(outcome.report() instanceof LaunchReport.Started(long pid))) {
            return "failed " + outcome.report();
        }
        int status = syscalls.waitFor(pid).raw();
        long micros = (System.nanoTime() - begin) / 1000;
        program.closeTemporary(syscalls);
        program.closeConsoles(syscalls);
        new Release(syscalls, program).run();
        if (status != 0) {
            return "failed with wait status " + status;
        }
        // A child that got stuck was killed at its deadline, and cloned again.
        return (micros > DEADLINE_MILLIS * 1000L ? "repaired " : "ok ") + micros;
    }

    private static LaunchRequest request(ContainerPlan plan) {
        ProgramImage program = ProgramEncoder.encode(SetupCompiler.compile(plan));
        return new LaunchRequest(
                "/dev/null",
                "/",
                "none",
                "none",
                EndActions.NONE,
                0,
                DEADLINE_MILLIS,
                0,
                List.of(),
                program);
    }

    /** All namespaces, a private root, a console; no cgroups, which would only measure the kernel's speed with them. */
    private static ContainerPlan plan(String root, boolean mapped) {
        Set<Namespace> namespaces = EnumSet.allOf(Namespace.class);
        if (!mapped) {
            namespaces.remove(Namespace.USER);
        }
        return new ContainerPlan(
                "soak",
                "soak",
                namespaces,
                List.of(),
                mapped ? Optional.of(idMap()) : Optional.empty(),
                new RootPlan(HostTree.folder(root), false, new RootPlan.Exchange.Pivot()),
                List.of(),
                List.of(WindowSize.USUAL),
                List.of(),
                List.of(),
                new CgroupPlan(List.of(), List.of(), ""),
                Optional.empty(),
                new SecurityPlan(
                        new CapabilityPlan(KEPT_CAPABILITIES, KEPT_CAPABILITIES),
                        true,
                        List.of(),
                        Optional.empty(),
                        List.of()),
                new ViewPlan.Helper(),
                new InitPlan("/bin/true", List.of("true"), List.of(), "/", 0, 0, List.of()),
                false);
    }

    private static IdMap idMap() {
        List<IdMap.Range> ranges = List.of(new IdMap.Range(0, 100_000, 65_536));
        return new IdMap(ranges, ranges);
    }
}
