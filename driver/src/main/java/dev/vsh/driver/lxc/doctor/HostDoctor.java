package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;
import dev.vsh.driver.lxc.store.Folders;
import dev.vsh.linux.Syscalls;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Examines everything that containers need, from the kernel up. */
public final class HostDoctor {
    private final Syscalls syscalls;
    private final Folders folders;
    private final HostFiles files;

    /**
     * @param root what stands for {@code /}
     */
    public HostDoctor(Syscalls syscalls, Folders folders, Path root) {
        this.syscalls = syscalls;
        this.folders = folders;
        this.files = new HostFiles(root);
    }

    /** In the order in which one would mend things. */
    public List<HostCheck> examine() {
        return Stream.of(
                        new PrivilegeExamination(files),
                        new NamespaceExamination(files),
                        new CallExamination(syscalls),
                        new CgroupExamination(files),
                        new SecurityExamination(files),
                        new KernelExamination(files),
                        new ProgramExamination(files, System.getenv().getOrDefault("PATH", "")),
                        new NetworkExamination(files),
                        new IdExamination(files),
                        new FolderExamination(folders),
                        new JavaExamination(jar()))
                .flatMap(examination -> examination.findings().stream())
                .toList();
    }

    /** The launcher names one jar, and that jar the others. */
    private static Path jar() {
        String classPath = System.getProperty("java.class.path", "");
        return Path.of(classPath.split(File.pathSeparator, 2)[0]);
    }
}
