package dev.vsh;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which package may use which: the arrows of the design. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArrowsTest {
    /** The packages of this module, each with what it may use of the others; nothing else is allowed. */
    private static final Map<String, List<String>> ARROWS = arrows();

    private static Map<String, List<String>> arrows() {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        arrows.put("linux", List.of());
        arrows.put("netlink", List.of());
        arrows.put("domain", List.of());
        arrows.put("seccomp", List.of("domain", "linux"));
        arrows.put("network", List.of("domain"));
        arrows.put("domain.xml", List.of("domain", "network", "schema", "schema.code", "seccomp"));
        arrows.put("domain.lxctools", List.of("domain"));
        arrows.put("plan", List.of("domain", "linux", "netlink"));
        arrows.put("cgroup", List.of("domain", "plan", "linux"));
        arrows.put("helper.protocol", List.of("plan", "linux"));
        arrows.put("helper.view", List.of("plan", "linux"));
        arrows.put(
                "helper",
                List.of("plan", "helper.protocol", "helper.view", "cgroup", "linux", "netlink"));
        arrows.put("machine", List.of("domain"));
        arrows.put(
                "driver", List.of("domain", "domain.xml", "domain.lxctools", "machine", "linux"));
        arrows.put(
                "driver.memory", List.of("driver", "domain", "domain.xml", "machine", "network"));
        arrows.put("driver.lxc.store", List.of("driver", "domain", "helper.protocol", "linux"));
        arrows.put("driver.lxc.hook", List.of("driver", "linux"));
        arrows.put(
                "driver.lxc.network",
                List.of(
                        "driver",
                        "driver.lxc.store",
                        "domain",
                        "domain.xml",
                        "network",
                        "netlink",
                        "linux"));
        arrows.put("driver.lxc.doctor", List.of("driver", "driver.lxc.store", "cgroup", "linux"));
        arrows.put(
                "driver.lxc",
                List.of(
                        "driver",
                        "driver.lxc.doctor",
                        "driver.lxc.store",
                        "driver.lxc.hook",
                        "driver.lxc.network",
                        "machine",
                        "network",
                        "domain",
                        "domain.xml",
                        "plan",
                        "cgroup",
                        "seccomp",
                        "netlink",
                        "helper.protocol",
                        "linux"));
        return arrows;
    }

    private final JavaClasses all =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.vsh");

    @TestFactory
    Stream<DynamicTest> packageUsesNothingButWhatItsArrowsSay() {
        return ARROWS.entrySet().stream()
                .map(
                        arrow ->
                                test(
                                        arrow.getKey() + " -> " + arrow.getValue(),
                                        onlyUses(arrow.getKey(), arrow.getValue())));
    }

    private static ArchRule onlyUses(String user, List<String> used) {
        return noClasses()
                .that()
                .resideInAPackage("dev.vsh." + user)
                .should()
                .dependOnClassesThat(
                        describe(
                                "are ours and not in " + used,
                                target ->
                                        target.getPackageName().startsWith("dev.vsh")
                                                && !isIn(target, user)
                                                && used.stream()
                                                        .noneMatch(each -> isIn(target, each))))
                .allowEmptyShould(false);
    }

    private static boolean isIn(JavaClass target, String ours) {
        return target.getPackageName().equals("dev.vsh." + ours);
    }

    @TestFactory
    Stream<DynamicTest> foreignCodeStaysInItsRoom() {
        return Stream.of(
                test("JNA", onlyIn("com.sun.jna..", "dev.vsh.linux")),
                test(
                        "JAXB",
                        onlyIn("jakarta.xml.bind..", "dev.vsh.domain.xml", "dev.vsh.schema..")),
                test(
                        "beans",
                        onlyIn("dev.vsh.schema..", "dev.vsh.domain.xml", "dev.vsh.schema..")));
    }

    private static ArchRule onlyIn(String foreign, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(foreign);
    }

    /** Programs name calls, errors and flags; only the helper makes calls. */
    @Test
    void plansUseTheKernelsNamesOnly() {
        Set<String> names = Set.of("SystemCall", "Errno", "Constant", "OpenHow");
        noClasses()
                .that()
                .resideInAPackage("dev.vsh.plan")
                .should()
                .dependOnClassesThat(
                        describe(
                                "make calls",
                                target ->
                                        isIn(target.getBaseComponentType(), "linux")
                                                && !names.contains(simpleName(target))
                                                && !simpleName(target).endsWith("Flags")))
                .check(all);
    }

    private static String simpleName(JavaClass target) {
        return target.getBaseComponentType().getSimpleName();
    }

    /** Whatever is loaded into a helper is there once per container, and may start threads. */
    @TestFactory
    Stream<DynamicTest> helperLoadsLittle() {
        return Stream.of("dev.vsh.helper..", "dev.vsh.linux", "dev.vsh.cgroup", "dev.vsh.plan")
                .map(
                        room ->
                                test(
                                        room,
                                        classes()
                                                .that()
                                                .resideInAPackage(room)
                                                .should()
                                                .onlyDependOnClassesThat()
                                                .resideInAnyPackage(
                                                        "dev.vsh..",
                                                        "java.lang..",
                                                        "java.io",
                                                        "java.net",
                                                        "java.nio..",
                                                        "java.security",
                                                        "java.time..",
                                                        "java.util",
                                                        "java.util.function",
                                                        // To switch it off.
                                                        "java.util.logging",
                                                        "java.util.regex",
                                                        "java.util.stream",
                                                        "com.sun.jna..",
                                                        "org.jspecify..")));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.vsh.(**)").should().beFreeOfCycles().check(all);
    }

    private DynamicTest test(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.check(all));
    }
}
