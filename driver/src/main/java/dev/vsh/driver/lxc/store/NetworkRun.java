package dev.vsh.driver.lxc.store;

import dev.vsh.linux.ProcessId;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * What the run folder says about an active network: one small text file, {@code key=value} in lines, and all that a
 * container has to know about it.
 *
 * @param bridge its name
 * @param own whether the bridge was made for the network, and goes with it
 * @param index that the bridge has in its network namespace, which one of the same name that comes later does not have;
 *     0 while it is being made or removed
 * @param mtu of what is plugged in, where it is not the kernel's choice
 * @param server what answers for addresses and names, where there is something to answer
 */
public record NetworkRun(
        UUID uuid,
        String bridge,
        boolean own,
        int index,
        Optional<Integer> mtu,
        Optional<ProcessId> server) {
    public boolean isHalf() {
        return index == 0;
    }

    public NetworkRun withIndex(int made) {
        return new NetworkRun(uuid, bridge, own, made, mtu, server);
    }

    public NetworkRun withServer(Optional<ProcessId> process) {
        return new NetworkRun(uuid, bridge, own, index, mtu, process);
    }

    String format() {
        StringBuilder text = new StringBuilder();
        line(text, "uuid", uuid);
        line(text, "bridge", bridge);
        line(text, "own", own);
        line(text, "index", index);
        mtu.ifPresent(size -> line(text, "mtu", size));
        server.ifPresent(process -> line(text, "server", process.format()));
        return text.append(KeyValues.LAST_LINE).toString();
    }

    private static void line(StringBuilder text, String key, Object value) {
        text.append(key).append('=').append(value).append('\n');
    }

    /** Empty when the text is not a whole record. */
    static Optional<NetworkRun> parse(String text) {
        KeyValues values = KeyValues.parse(text);
        try {
            return values.isWhole() ? Optional.of(parse(values)) : Optional.empty();
        } catch (IllegalArgumentException | NoSuchElementException _) {
            return Optional.empty();
        }
    }

    private static NetworkRun parse(KeyValues values) {
        return new NetworkRun(
                UUID.fromString(values.get("uuid").orElseThrow()),
                values.get("bridge").orElseThrow(),
                Boolean.parseBoolean(values.get("own").orElseThrow()),
                Integer.parseInt(values.get("index").orElseThrow()),
                values.get("mtu").map(Integer::valueOf),
                values.get("server").map(ProcessId::parse));
    }
}
