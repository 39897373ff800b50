package dev.vsh.cgroup;

import dev.vsh.domain.ResourceUsage.Block;
import dev.vsh.domain.ResourceUsage.Transfers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the kernel has counted of a container's block I/O, device by device. */
final class BlockUsageReader {
    private final CgroupHost host;
    private final String group;
    private final Path sys;

    /**
     * @param sys where sysfs is mounted
     */
    BlockUsageReader(CgroupHost host, String group, Path sys) {
        this.host = host;
        this.group = group;
        this.sys = sys;
    }

    List<Block> read() {
        return host.with("blkio").or(() -> host.with("io")).map(this::read).orElse(List.of());
    }

    private List<Block> read(CgroupHost.Mounted mounted) {
        Path folder = mounted.mountPoint().resolve(group);
        return switch (mounted) {
            case CgroupHost.Mounted.V1 _ -> v1(folder);
            case CgroupHost.Mounted.V2 _ -> v2(folder);
        };
    }

    /** Lines such as {@code 8:0 Read 4096}. The recursive files count what groups inside have done as well. */
    private List<Block> v1(Path folder) {
        FlatFile bytes = FlatFile.read(folder, "blkio.throttle.io_service_bytes_recursive");
        FlatFile requests = FlatFile.read(folder, "blkio.throttle.io_serviced_recursive");
        List<Block> blocks = new ArrayList<>();
        for (String device : devices(bytes)) {
            blocks.add(
                    new Block(
                            name(device),
                            transfers(requests, bytes, device + " Read"),
                            transfers(requests, bytes, device + " Write")));
        }
        return blocks;
    }

    private static Transfers transfers(FlatFile requests, FlatFile bytes, String key) {
        return new Transfers(requests.number(key), bytes.number(key));
    }

    private static Set<String> devices(FlatFile file) {
        TreeSet<String> devices = new TreeSet<>();
        file.lines().stream()
                .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                .filter(word -> word.contains(":"))
                .forEach(devices::add);
        return devices;
    }

    /** Lines such as {@code 8:0 rbytes=4096 wbytes=0 rios=1 wios=0 dbytes=0 dios=0}. */
    private List<Block> v2(Path folder) {
        return FlatFile.read(folder, "io.stat").lines().stream().map(this::block).toList();
    }

    private Block block(String line) {
        Map<String, Long> values = new HashMap<>();
        String[] words = line.split(" ");
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), Long.valueOf(word.substring(equals + 1)));
            }
        }
        return new Block(
                name(words[0]),
                new Transfers(values.getOrDefault("rios", 0L), values.getOrDefault("rbytes", 0L)),
                new Transfers(values.getOrDefault("wios", 0L), values.getOrDefault("wbytes", 0L)));
    }

    /** The number itself when the device has gone meanwhile. */
    private String name(String number) {
        try {
            Path device = sys.resolve("dev/block").resolve(number).toRealPath();
            return device.getFileName().toString();
        } catch (IOException _) {
            return number;
        }
    }
}
