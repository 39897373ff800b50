package dev.vsh.plan;

import dev.vsh.testing.GoldenFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** Whole programs, call by call, in {@code src/test/resources/plans}. */
final class SetupCompilerTest {
    @TestFactory
    Stream<DynamicTest> programIsAsWrittenDown() {
        return PlanFixture.all().entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () ->
                                                new GoldenFile("plans/" + entry.getKey() + ".txt")
                                                        .assertSays(
                                                                ProgramText.of(
                                                                        SetupCompiler.compile(
                                                                                entry
                                                                                        .getValue())))));
    }
}
