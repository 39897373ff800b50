package dev.vsh.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private final JavaClasses shell =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.vsh.shell");

    @Test
    void shellKnowsDriversOnlyByTheirInterface() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.vsh.driver.*..",
                        "dev.vsh.domain.xml..",
                        "dev.vsh.plan..",
                        "dev.vsh.helper..",
                        "dev.vsh.cgroup..",
                        "dev.vsh.network..",
                        "dev.vsh.schema..",
                        "com.sun.jna..",
                        "jakarta.xml.bind..")
                .check(shell);
    }

    @Test
    void onlyTheTerminalMakesSystemCalls() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.vsh.shell.terminal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.vsh.linux..")
                .check(shell);
    }

    @Test
    void terminalLibraryStaysInItsRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.vsh.shell.terminal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jline..")
                .check(shell);
    }

    @Test
    void onlyTheProcessKnowsTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.vsh.shell.terminal..")
                .and()
                .doNotHaveSimpleName("Main")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.vsh.shell.terminal..")
                .check(shell);
    }

    @Test
    void oneShotCommandsDoNotLogThroughALibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.logging..", "java.util.logging..")
                .check(shell);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("dev.vsh.shell.(*)..").should().beFreeOfCycles().check(shell);
    }

    @Test
    void nobodyBelowKnowsTheWholeShell() {
        noClasses()
                .that()
                .resideInAPackage("dev.vsh.shell.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.vsh.shell")
                .check(shell);
    }
}
