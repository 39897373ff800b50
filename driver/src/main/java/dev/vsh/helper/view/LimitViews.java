package dev.vsh.helper.view;

import dev.vsh.linux.Syscalls;
import dev.vsh.plan.ProgramImage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the server of a container's views. */
public final class LimitViews {
    private static final int SMALL_UNIT = 64;
    private static final int LARGE_UNIT = 512;

    private LimitViews() {}

    /**
     * @param results of the program's first section
     * @return empty when the container has no views, or the host no FUSE
     */
    public static Optional<FuseServer> of(Syscalls syscalls, ProgramImage image, long[] results) {
        long now = System.nanoTime();
        return image.views()
                .filter(views -> results[views.device()] >= 0)
                .map(
                        views ->
                                new FuseServer(
                                        syscalls,
                                        (int) results[views.device()],
                                        views.uid(),
                                        views.gid(),
                                        () -> views(image.cgroups(), now)));
    }

    private static List<View> views(List<String> cgroups, long startNanos) {
        Figures figures =
                new Figures(cgroups.stream().map(Path::of).toList(), Path.of("/"), startNanos);
        return List.of(
                new MeminfoView(figures),
                new CpuinfoView(figures),
                new Padded(new StatView(figures), LARGE_UNIT),
                new Padded(new UptimeView(figures), SMALL_UNIT),
                new Padded(new LoadavgView(figures), SMALL_UNIT),
                new Padded(new SwapsView(figures), LARGE_UNIT),
                new OnlineView(figures));
    }
}
