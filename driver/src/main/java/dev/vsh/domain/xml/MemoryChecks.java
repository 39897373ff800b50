package dev.vsh.domain.xml;

import dev.vsh.schema.DomainXml;
import dev.vsh.schema.FilesystemXml;
import dev.vsh.schema.MemorySizeXml;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sizes. */
final class MemoryChecks {
    private MemoryChecks() {}

    static void memory(ParsedDomain domain, Consumer<XmlProblem> problems) {
        String message = "memory size must be specified via <memory>, and be more than 0";
        Single.of(domain.xml().getMemory())
                .ifPresentOrElse(
                        memory -> {
                            if (memory.getValue() == 0) {
                                problems.accept(domain.problem(memory, message));
                            }
                        },
                        () -> problems.accept(domain.problem(message)));
    }

    /** Every size fits the numbers that it is counted in. */
    static void sizes(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (MemorySizeXml size : sizes(domain.xml())) {
            if (!isCountable(() -> MemoryBinding.exact(size, "KiB"))) {
                problems.accept(
                        domain.problem(
                                size, "<" + domain.name(size) + "> is too large to be counted"));
            }
        }
        for (FilesystemXml filesystem : domain.filesystems()) {
            Single.of(filesystem.getSource())
                    .filter(source -> source.getUsage() != null)
                    .filter(source -> !isCountable(() -> FilesystemSourceBinding.usage(source)))
                    .ifPresent(
                            source ->
                                    problems.accept(
                                            domain.problem(
                                                    source,
                                                    "the usage of <source> is too large to be"
                                                            + " counted")));
        }
    }

    private static boolean isCountable(Runnable count) {
        try {
            count.run();
            return true;
        } catch (ArithmeticException _) {
            return false;
        }
    }

    private static List<MemorySizeXml> sizes(DomainXml domain) {
        List<MemorySizeXml> sizes = new ArrayList<>(domain.getMemory());
        sizes.addAll(domain.getCurrentMemory());
        domain.getMemtune()
                .forEach(
                        tuning ->
                                Stream.<@Nullable MemorySizeXml>of(
                                                tuning.getHardLimit(),
                                                tuning.getSoftLimit(),
                                                tuning.getMinGuarantee(),
                                                tuning.getSwapHardLimit())
                                        .filter(Objects::nonNull)
                                        .forEach(sizes::add));
        for (var devices : domain.getDevices()) {
            for (FilesystemXml filesystem : devices.getFilesystem()) {
                sizes.addAll(filesystem.getSpaceHardLimit());
                sizes.addAll(filesystem.getSpaceSoftLimit());
            }
        }
        return sizes;
    }
}
