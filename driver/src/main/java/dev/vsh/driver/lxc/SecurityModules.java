package dev.vsh.driver.lxc;

import dev.vsh.domain.SecurityLabel;
import dev.vsh.plan.SecurityPlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The security modules that the host's kernel runs, and what of {@code <seclabel>} they can do.
 *
 * @param active by the kernel's names
 * @param labelFile what takes an AppArmor profile; older kernels have one file for all modules
 */
record SecurityModules(Set<String> active, String labelFile) {
    private static final Set<String> LABELLING = Set.of("apparmor", "selinux");
    private static final String SHARED_FILE = "thread-self/attr/exec";
    private static final String APPARMOR_FILE = "thread-self/attr/apparmor/exec";

    SecurityModules {
        active = Set.copyOf(active);
    }

    static SecurityModules read(Path root) {
        Set<String> active = new TreeSet<>();
        String listed = text(root.resolve("sys/kernel/security/lsm"));
        active.addAll(listed.isEmpty() ? List.of() : List.of(listed.split(",")));
        // The list is missing where securityfs is not mounted.
        if (text(root.resolve("sys/module/apparmor/parameters/enabled")).equals("Y")) {
            active.add("apparmor");
        }
        if (Files.exists(root.resolve("sys/fs/selinux/enforce"))) {
            active.add("selinux");
        }
        boolean own = Files.exists(root.resolve("proc/self/attr/apparmor/exec"));
        return new SecurityModules(active, own ? APPARMOR_FILE : SHARED_FILE);
    }

    /** Those that processes have a label of, sorted. */
    List<String> labelling() {
        return active.stream().filter(LABELLING::contains).sorted().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return "";
        }
    }

    /** Why a label cannot be given. */
    Optional<String> fault(SecurityLabel label) {
        String model = model(label);
        String element = "<seclabel type='" + label.type() + "' model='" + model + "'>";
        if (label.type().equals("none")) {
            return Optional.empty();
        }
        if (!LABELLING.contains(model) || !active.contains(model)) {
            return Optional.of(
                    element
                            + " needs a security module that this host does not run (it runs: "
                            + (active.isEmpty() ? "none" : String.join(", ", new TreeSet<>(active)))
                            + "): remove the element or boot with security="
                            + (LABELLING.contains(model) ? model : "apparmor"));
        }
        if (label.type().equals("dynamic")) {
            return Optional.of(
                    element
                            + " is not supported, as no labels are made up here: name one by"
                            + " type='static' and <label>");
        }
        return label.label().isEmpty()
                ? Optional.of(element + " needs a <label>")
                : relabelled(label, element);
    }

    private static Optional<String> relabelled(SecurityLabel label, String element) {
        return label.relabel().filter("yes"::equals).isPresent()
                ? Optional.of(
                        element + " with relabel='yes' is not supported: label the files once")
                : Optional.empty();
    }

    /** Where a document names none, the one that this host has. */
    private String model(SecurityLabel label) {
        return label.model()
                .orElseGet(
                        () -> LABELLING.stream().filter(active::contains).findFirst().orElse(""));
    }

    /** What to write for a label without a fault. */
    Optional<SecurityPlan.Label> plan(List<SecurityLabel> labels) {
        return labels.stream()
                .filter(label -> label.type().equals("static"))
                .findFirst()
                .flatMap(label -> label.label().map(name -> plan(model(label), name)));
    }

    private SecurityPlan.Label plan(String model, String name) {
        return model.equals("apparmor")
                ? new SecurityPlan.Label(name, labelFile, "exec " + name)
                : new SecurityPlan.Label(name, SHARED_FILE, name);
    }
}
