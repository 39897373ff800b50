package dev.vsh.driver.lxc.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.HostCheck;
import dev.vsh.driver.HostCheck.Verdict;
import dev.vsh.driver.lxc.store.Folders;
import dev.vsh.linux.Syscalls;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

class ExaminationTest {
    @TempDir private Path root;

    private final Syscalls syscalls = new Syscalls();

    @Test
    void kernelWithoutNamespacesStartsNothing() throws IOException {
        write("proc/self/ns/mnt", "");
        write("proc/sys/user/max_mnt_namespaces", "0\n");
        List<HostCheck> findings = new NamespaceExamination(files()).findings();

        assertEquals(
                HostCheck.fail(
                        "namespaces",
                        "mnt",
                        "none are allowed",
                        "sysctl user.max_mnt_namespaces=15000"),
                find(findings, "mnt"));
        assertEquals(
                Optional.of("boot a kernel with CONFIG_PID_NS=y"), find(findings, "pid").remedy());
        assertEquals(Verdict.WARN, find(findings, "user").verdict());
    }

    @Test
    void cgroupControllerThatIsMissingIsNamedWithWhatBringsIt() throws IOException {
        Path unified = Files.createDirectories(root.resolve("sys/fs/cgroup"));
        Files.writeString(unified.resolve("cgroup.controllers"), "cpu io memory\n");
        write(
                "proc/self/mountinfo",
                "25 20 0:22 / " + unified + " rw - cgroup2 cgroup2 rw,nsdelegate\n");
        List<HostCheck> findings = new CgroupExamination(files()).findings();

        assertEquals("v2", find(findings, "hierarchy").finding());
        assertEquals(Verdict.PASS, find(findings, "groups below " + unified).verdict());
        assertEquals(Verdict.PASS, find(findings, "controller blkio").verdict());
        assertEquals(
                Optional.of("boot with cgroup_enable=pids"),
                find(findings, "controller pids").remedy());
    }

    @Test
    void hostWithoutCgroupsFails() throws IOException {
        write("proc/self/mountinfo", "");

        assertEquals(Verdict.FAIL, new CgroupExamination(files()).findings().getFirst().verdict());
    }

    @Test
    void programsAreLookedForInThePath() throws IOException {
        Path nft = write("opt/bin/nft", "");
        Files.setPosixFilePermissions(nft, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<HostCheck> findings = new ProgramExamination(files(), "/opt/bin:relative").findings();

        assertEquals("/opt/bin/nft", find(findings, "nft").finding());
        assertEquals(Optional.of("apt install dnsmasq-base"), find(findings, "dnsmasq").remedy());
    }

    @Test
    void kernelsOptionsAreReadFromBoot() throws IOException {
        write("proc/sys/kernel/osrelease", "6.1.0\n");
        write("boot/config-6.1.0", "CONFIG_VETH=m\n# CONFIG_BRIDGE is not set\n");
        List<HostCheck> findings = new KernelExamination(files()).findings();

        assertEquals(Verdict.PASS, find(findings, "CONFIG_VETH").verdict());
        assertEquals(Verdict.WARN, find(findings, "CONFIG_BRIDGE").verdict());
    }

    @Test
    void rangesOfIdsAndForwardingAreSettings() throws IOException {
        write("etc/subuid", "root:1000000:65536\n");
        write("proc/sys/net/ipv4/ip_forward", "1\n");

        assertEquals(
                "root has 1000000:65536",
                find(new IdExamination(files()).findings(), "/etc/subuid").finding());
        assertEquals(
                Verdict.WARN, find(new IdExamination(files()).findings(), "/etc/subgid").verdict());
        List<HostCheck> network = new NetworkExamination(files()).findings();
        assertEquals(Verdict.PASS, find(network, "net.ipv4.ip_forward").verdict());
        assertEquals(
                Optional.of("sysctl -w net.ipv6.conf.all.forwarding=1"),
                find(network, "net.ipv6.conf.all.forwarding").remedy());
    }

    @Test
    void folderThatEverybodyWritesToFails() throws IOException {
        Folders folders = Folders.below(root);
        Files.createDirectories(folders.run());
        Files.setPosixFilePermissions(folders.run(), PosixFilePermissions.fromString("rwxrwxrwx"));
        List<HostCheck> findings = new FolderExamination(folders).findings();

        assertEquals("can be made", find(findings, folders.definitions().toString()).finding());
        assertEquals(
                Optional.of("chmod o-w " + folders.run()),
                find(findings, folders.run().toString()).remedy());
    }

    @Test
    void cacheOlderThanTheJarsIsMadeAnew() throws IOException {
        write("lib/jars.id", "1234\n");
        Path jar = write("lib/vsh.jar", "");
        write("lib/vsh-1234.aot", "");
        List<HostCheck> findings = new JavaExamination(jar).findings();

        assertEquals(Verdict.PASS, find(findings, "AOT cache of the shell").verdict());
        assertEquals(
                Optional.of(root.resolve("bin/vsh-train").toString()),
                find(findings, "AOT cache of helpers").remedy());
    }

    @Test
    void thisKernelHasTheCallsThatTestsAreMadeWith() {
        assertTrue(
                new CallExamination(syscalls)
                        .findings().stream().allMatch(check -> check.verdict() == Verdict.PASS));
    }

    private HostFiles files() {
        return new HostFiles(root);
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }

    private static HostCheck find(List<HostCheck> findings, String subject) {
        return findings.stream()
                .filter(check -> check.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
