package dev.vsh.domain.xml;

import dev.vsh.schema.DomainXml;
import dev.vsh.schema.FilesystemXml;
import dev.vsh.schema.MemorySizeXml;
import dev.vsh.schema.MemtuneXml;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sizes: there is memory, and every size fits the numbers that it is counted in. */
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

    static void sizes(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (MemorySizeXml size : sizes(domain.xml())) {
            countable(domain, size, () -> MemoryBinding.size(size), problems);
        }
    }

    private static List<MemorySizeXml> sizes(DomainXml domain) {
        List<MemorySizeXml> sizes = new ArrayList<>(domain.getMemory());
        sizes.addAll(domain.getCurrentMemory());
        for (MemtuneXml tuning : domain.getMemtune()) {
            add(sizes, tuning.getHardLimit());
            add(sizes, tuning.getSoftLimit());
            add(sizes, tuning.getMinGuarantee());
            add(sizes, tuning.getSwapHardLimit());
        }
        return sizes;
    }

    private static void add(List<MemorySizeXml> sizes, @Nullable MemorySizeXml size) {
        if (size != null) {
            sizes.add(size);
        }
    }

    static void filesystems(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (FilesystemXml filesystem : domain.filesystems()) {
            List<MemorySizeXml> limits = new ArrayList<>(filesystem.getSpaceHardLimit());
            limits.addAll(filesystem.getSpaceSoftLimit());
            for (MemorySizeXml limit : limits) {
                countable(domain, limit, () -> FilesystemBinding.limit(limit), problems);
            }
            filesystem.getSource().stream()
                    .filter(source -> source.getUsage() != null)
                    .forEach(
                            source ->
                                    countable(
                                            domain,
                                            source,
                                            () -> FilesystemSourceBinding.usage(source),
                                            problems));
        }
    }

    private static void countable(
            ParsedDomain domain, Object bean, Runnable count, Consumer<XmlProblem> problems) {
        try {
            count.run();
        } catch (ArithmeticException _) {
            String element = domain.name(bean);
            problems.accept(domain.problem(bean, "<" + element + "> is too large to be counted"));
        }
    }
}
