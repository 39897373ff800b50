package dev.vsh.cgroup;

import dev.vsh.plan.CgroupPlan.Setting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documentation/admin-guide/cgroup-v1/blkio-controller.rst and the IO part of cgroup-v2.rst. */
final class IoController implements Controller {
    private static final String WEIGH = "weigh block I/O";

    @Override
    public String v1Name() {
        return "blkio";
    }

    @Override
    public String v2Name() {
        return "io";
    }

    /** Kernels since 5.0 have no other weight than that of the BFQ scheduler; the root shows whether it is built. */
    @Override
    public List<Setting> v1(Limits limits, Path root) {
        boolean bfq = Files.exists(root.resolve("blkio.bfq.io_service_bytes"));
        String weight = bfq ? "blkio.bfq.weight" : "blkio.weight";
        List<Setting> settings = new ArrayList<>();
        limits.io()
                .weight()
                .map(value -> new Setting(WEIGH, weight, "" + value))
                .ifPresent(settings::add);
        for (Limits.IoDevice device : limits.io().devices()) {
            device.weight()
                    .map(value -> weight(device, weight + "_device", value))
                    .ifPresent(settings::add);
            add(settings, device, "read_iops", device.readIopsPerSecond());
            add(settings, device, "write_iops", device.writeIopsPerSecond());
            add(settings, device, "read_bps", device.readBytesPerSecond());
            add(settings, device, "write_bps", device.writeBytesPerSecond());
        }
        return settings;
    }

    private static void add(
            List<Setting> settings, Limits.IoDevice device, String kind, Optional<Long> limit) {
        limit.map(
                        value ->
                                new Setting(
                                        limiting(device),
                                        "blkio.throttle." + kind + "_device",
                                        device.number() + " " + value))
                .ifPresent(settings::add);
    }

    /** The root has io.cost.qos where the kernel has io.weight; groups have io.bfq.weight where it has BFQ instead. */
    @Override
    public List<Setting> v2(Limits limits, Path root) {
        boolean cost = Files.exists(root.resolve("io.cost.qos"));
        String weight = cost ? "io.weight" : "io.bfq.weight";
        List<Setting> settings = new ArrayList<>();
        limits.io()
                .weight()
                .map(value -> new Setting(WEIGH, weight, "default " + value))
                .ifPresent(settings::add);
        for (Limits.IoDevice device : limits.io().devices()) {
            device.weight().map(value -> weight(device, weight, value)).ifPresent(settings::add);
            String limit =
                    key("rbps", device.readBytesPerSecond())
                            + key("wbps", device.writeBytesPerSecond())
                            + key("riops", device.readIopsPerSecond())
                            + key("wiops", device.writeIopsPerSecond());
            if (!limit.isEmpty()) {
                settings.add(new Setting(limiting(device), "io.max", device.number() + limit));
            }
        }
        return settings;
    }

    private static Setting weight(Limits.IoDevice device, String file, int value) {
        return new Setting(
                WEIGH + " on '" + device.path() + "'", file, device.number() + " " + value);
    }

    private static String limiting(Limits.IoDevice device) {
        return "limit block I/O on '" + device.path() + "'";
    }

    /** libvirt's 0 is the kernel's "max". */
    private static String key(String name, Optional<Long> limit) {
        return limit.map(value -> " " + name + "=" + (value == 0 ? "max" : "" + value)).orElse("");
    }
}
