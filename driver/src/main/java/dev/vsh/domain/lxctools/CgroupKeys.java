package dev.vsh.domain.lxctools;

import java.util.List;

/** {@code lxc.cgroup.*} and {@code lxc.cgroup2.*}. */
final class CgroupKeys {
    private static final String PLACE = "cgroups have their place below <resource><partition>";
    private static final String DEVICES = "what every container has; <hostdev> gives it more";

    static final List<Key> ALL =
            List.of(
                    Key.mapped("lxc.cgroup.memory.limit_in_bytes", "1G", "<memory>"),
                    Key.mapped(
                            "lxc.cgroup.memory.soft_limit_in_bytes", "1G", "<memtune><soft_limit>"),
                    Key.mapped(
                            "lxc.cgroup.memory.memsw.limit_in_bytes",
                            "2G",
                            "<memtune><swap_hard_limit>"),
                    Key.mapped("lxc.cgroup.cpu.shares", "512", "<cputune><shares>"),
                    Key.mapped("lxc.cgroup.cpu.cfs_quota_us", "50000", "<cputune><quota>"),
                    Key.mapped("lxc.cgroup.cpu.cfs_period_us", "100000", "<cputune><period>"),
                    Key.mapped("lxc.cgroup.cpuset.cpus", "0-1", "<vcpu cpuset='…'>"),
                    Key.mapped("lxc.cgroup.cpuset.mems", "0", "<numatune>"),
                    Key.mapped("lxc.cgroup.blkio.weight", "500", "<blkiotune><weight>"),
                    Key.mapped("lxc.cgroup.blkio.bfq.weight", "500", "<blkiotune><weight>"),
                    Key.mapped("lxc.cgroup.blkio.weight_device", "8:0 500", "<blkiotune><device>"),
                    Key.mapped("lxc.cgroup.blkio.device_weight", "8:0 500", "<blkiotune><device>"),
                    Key.mapped(
                            "lxc.cgroup.blkio.bfq.weight_device", "8:0 500", "<blkiotune><device>"),
                    Key.mapped(
                            "lxc.cgroup.blkio.throttle.read_iops_device",
                            "8:0 100",
                            "<blkiotune><device>"),
                    Key.mapped(
                            "lxc.cgroup.blkio.throttle.write_iops_device",
                            "8:0 100",
                            "<blkiotune><device>"),
                    Key.mapped(
                            "lxc.cgroup.blkio.throttle.read_bps_device",
                            "8:0 100",
                            "<blkiotune><device>"),
                    Key.mapped(
                            "lxc.cgroup.blkio.throttle.write_bps_device",
                            "8:0 100",
                            "<blkiotune><device>"),
                    Key.mapped("lxc.cgroup.pids.max", "100", "<vsh:pids>"),
                    Key.mapped("lxc.cgroup.devices.allow", "c 10:200 rwm", DEVICES),
                    Key.mapped("lxc.cgroup.devices.deny", "c 1:3 rwm", DEVICES),
                    Key.leftOut("lxc.cgroup.dir", "lxc", PLACE),
                    Key.leftOut("lxc.cgroup.dir.*", "lxc", PLACE),
                    Key.met("lxc.cgroup.relative", "0", KeyTable.isOff(), "0", PLACE),
                    Key.mapped("lxc.cgroup2.memory.max", "1G", "<memory>"),
                    Key.mapped("lxc.cgroup2.memory.high", "1G", "<memtune><soft_limit>"),
                    Key.mapped(
                            "lxc.cgroup2.memory.swap.max",
                            "1G",
                            "<memtune><swap_hard_limit>, with memory.max added"),
                    Key.mapped("lxc.cgroup2.cpu.weight", "50", "<cputune><shares>"),
                    Key.mapped("lxc.cgroup2.cpu.max", "50000 100000", "<cputune><quota>, <period>"),
                    Key.mapped("lxc.cgroup2.cpuset.cpus", "0-1", "<vcpu cpuset='…'>"),
                    Key.mapped("lxc.cgroup2.cpuset.mems", "0", "<numatune>"),
                    Key.mapped("lxc.cgroup2.io.weight", "500", "<blkiotune>"),
                    Key.mapped("lxc.cgroup2.io.bfq.weight", "500", "<blkiotune>"),
                    Key.mapped("lxc.cgroup2.io.max", "8:0 rbps=100", "<blkiotune><device>"),
                    Key.mapped("lxc.cgroup2.pids.max", "100", "<vsh:pids>"),
                    Key.mapped("lxc.cgroup2.devices.allow", "c 10:200 rwm", DEVICES),
                    Key.mapped("lxc.cgroup2.devices.deny", "c 1:3 rwm", DEVICES),
                    Key.leftOut("lxc.cgroup.*", "1", "there is no element for this file"),
                    Key.leftOut("lxc.cgroup2.*", "1", "there is no element for this file"));

    private CgroupKeys() {}
}
