package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.domain.SecurityLabel;
import dev.vsh.plan.SecurityPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class SecurityModulesTest {
    private static final SecurityModules APPARMOR =
            new SecurityModules(Set.of("landlock", "apparmor"), "thread-self/attr/apparmor/exec");

    @TempDir private Path root;

    private static SecurityLabel label(String type, String model, String label) {
        return new SecurityLabel(
                type,
                Optional.of(model),
                Optional.empty(),
                Optional.of(label).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void modulesAreReadFromTheKernelsList() throws IOException {
        write("sys/kernel/security/lsm", "lockdown,capability,selinux");
        assertEquals(
                new SecurityModules(
                        Set.of("lockdown", "capability", "selinux"), "thread-self/attr/exec"),
                SecurityModules.read(root));
    }

    @Test
    void appArmorIsFoundWithoutTheList() throws IOException {
        write("sys/module/apparmor/parameters/enabled", "Y\n");
        write("proc/self/attr/apparmor/exec", "");
        assertEquals(
                new SecurityModules(Set.of("apparmor"), "thread-self/attr/apparmor/exec"),
                SecurityModules.read(root));
    }

    @Test
    void profileIsTakenAtTheNextExec() {
        assertEquals(
                Optional.of(
                        new SecurityPlan.Label(
                                "web", "thread-self/attr/apparmor/exec", "exec web")),
                APPARMOR.plan(List.of(label("static", "apparmor", "web"))));
    }

    @Test
    void contextIsWrittenAsItIs() {
        SecurityModules selinux = new SecurityModules(Set.of("selinux"), "thread-self/attr/exec");
        String context = "system_u:system_r:container_t:s0:c1,c2";
        assertEquals(
                Optional.of(new SecurityPlan.Label(context, "thread-self/attr/exec", context)),
                selinux.plan(List.of(label("static", "selinux", context))));
    }

    @Test
    void labelThatCannotBeGivenIsRefusedWithWhatToDo() {
        assertEquals(
                Optional.of(
                        "<seclabel type='static' model='selinux'> needs a security module that this"
                                + " host does not run (it runs: apparmor, landlock): remove the"
                                + " element or boot with security=selinux"),
                APPARMOR.fault(label("static", "selinux", "a")));
        assertEquals(
                Optional.of("<seclabel type='static' model='apparmor'> needs a <label>"),
                APPARMOR.fault(label("static", "apparmor", "")));
        assertEquals(
                Optional.of(
                        "<seclabel type='dynamic' model='apparmor'> is not supported, as no labels"
                                + " are made up here: name one by type='static' and <label>"),
                APPARMOR.fault(label("dynamic", "apparmor", "a")));
    }

    @Test
    void noneIsNothing() {
        assertEquals(Optional.empty(), APPARMOR.fault(label("none", "", "")));
        assertEquals(Optional.empty(), APPARMOR.plan(List.of(label("none", "", ""))));
    }
}
