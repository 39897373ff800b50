package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;

import java.util.List;

/** One area of the host. */
interface Examination {
    List<HostCheck> findings();
}
