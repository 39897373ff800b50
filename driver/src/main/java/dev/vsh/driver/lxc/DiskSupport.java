package dev.vsh.driver.lxc;

import dev.vsh.domain.Disk;
import dev.vsh.domain.DomainDefinition;

import java.util.List;
import java.util.function.Consumer;

/** Finds what a {@code <disk>} asks for and no container can have, and says what can be done instead. */
final class DiskSupport {
    private final Disk disk;
    private final Consumer<String> problems;

    private DiskSupport(Disk disk, Consumer<String> problems) {
        this.disk = disk;
        this.problems = problems;
    }

    static void check(DomainDefinition domain, List<String> problems) {
        domain.devices().disks().forEach(disk -> new DiskSupport(disk, problems::add).check());
    }

    private void check() {
        switch (disk.type()) {
            case "block" -> source("dev");
            case "file" -> file();
            default ->
                    refuse(
                            "type '" + disk.type() + "'",
                            "a container has block devices of the host (type='block') and raw"
                                    + " images (type='file') only");
        }
    }

    private void file() {
        source("file");
        disk.driver()
                .filter(driver -> !driver.equals("loop"))
                .ifPresent(
                        driver ->
                                refuse(
                                        "<driver name='" + driver + "'>",
                                        "only loop devices are; qemu-img convert -O raw makes an"
                                                + " image for one"));
        disk.format()
                .filter(format -> !format.equals("raw"))
                .ifPresent(
                        format ->
                                refuse(
                                        "<driver type='" + format + "'>",
                                        "only raw images can be attached; qemu-img convert -O raw"
                                                + " makes one"));
    }

    private void source(String attribute) {
        if (disk.source().isEmpty()) {
            problems.accept(
                    "<disk> '" + disk.target() + "' needs a <source " + attribute + "='…'/>");
        }
    }

    private void refuse(String what, String reason) {
        problems.accept(what + " of <disk> '" + disk.target() + "' is not supported: " + reason);
    }
}
