package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;

import java.util.List;
import java.util.stream.Stream;

/** Whether packets get from virtual networks to others. */
record NetworkExamination(HostFiles files) implements Examination {
    private static final String AREA = "network";

    @Override
    public List<HostCheck> findings() {
        return Stream.of(
                        forwarding("net.ipv4.ip_forward", "/proc/sys/net/ipv4/ip_forward"),
                        forwarding(
                                "net.ipv6.conf.all.forwarding",
                                "/proc/sys/net/ipv6/conf/all/forwarding"))
                .toList();
    }

    private HostCheck forwarding(String setting, String file) {
        return files.text(file).equals("1")
                ? HostCheck.pass(AREA, setting, "on")
                : HostCheck.warn(
                        AREA,
                        setting,
                        "off: nothing leaves networks with <forward> until one of them starts and"
                                + " turns it on",
                        "sysctl -w " + setting + "=1");
    }
}
