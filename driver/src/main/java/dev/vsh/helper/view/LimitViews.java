package dev.vsh.helper.view;

import dev.vsh.linux.Syscalls;
import dev.vsh.plan.ProgramImage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A container's views, made when the first of them is looked at. No start waits for them, nor for a lambda expression here: in
 * a JVM that interprets, the first use of one takes milliseconds.
 */
public final class LimitViews {
    private static final int SMALL_UNIT = 64;
    private static final int LARGE_UNIT = 512;

    private final List<String> cgroups;
    private final long startNanos;
    private List<View> views = List.of();

    private LimitViews(List<String> cgroups, long startNanos) {
        this.cgroups = List.copyOf(cgroups);
        this.startNanos = startNanos;
    }

    /**
     * Makes the server of a container's views.
     *
     * @param results of the program's first section
     * @return empty when the container has no views, or the host no FUSE
     */
    public static Optional<FuseServer> server(
            Syscalls syscalls, ProgramImage image, long[] results) {
        if (image.views().isEmpty()) {
            return Optional.empty();
        }
        ProgramImage.Views wanted = image.views().get();
        int device = (int) results[wanted.device()];
        return device < 0
                ? Optional.empty()
                : Optional.of(
                        new FuseServer(
                                syscalls,
                                device,
                                wanted.uid(),
                                wanted.gid(),
                                new LimitViews(image.cgroups(), System.nanoTime())));
    }

    /**
     * @param file its place in {@link dev.vsh.plan.ViewPlan#FILES}
     */
    String text(int file) {
        if (views.isEmpty()) {
            views = make();
        }
        return views.get(file).text();
    }

    private List<View> make() {
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
