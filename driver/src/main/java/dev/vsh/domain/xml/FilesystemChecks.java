package dev.vsh.domain.xml;

import dev.vsh.schema.FilesystemSourceXml;
import dev.vsh.schema.FilesystemTargetXml;
import dev.vsh.schema.FilesystemTypeXml;
import dev.vsh.schema.FilesystemXml;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is mounted where. */
final class FilesystemChecks {
    private FilesystemChecks() {}

    static void source(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (FilesystemXml filesystem : domain.filesystems()) {
            FilesystemTypeXml type = FilesystemSourceBinding.type(filesystem);
            Optional<FilesystemSourceXml> source = Single.of(filesystem.getSource());
            if (source.isEmpty()) {
                problems.accept(domain.problem(filesystem, "<filesystem> needs a <source>"));
                continue;
            }
            for (String attribute : FilesystemSourceBinding.required(type)) {
                if (value(source.get(), attribute) == null) {
                    problems.accept(
                            domain.problem(
                                    source.get(),
                                    "<source> of <filesystem> of type '%s' needs the attribute '%s'"
                                            .formatted(type.value(), attribute)));
                }
            }
            path(domain, type, source.get(), problems);
        }
    }

    /** What is a path on the host or in the container does not depend on anybody's working directory. */
    private static void path(
            ParsedDomain domain,
            FilesystemTypeXml type,
            FilesystemSourceXml source,
            Consumer<XmlProblem> problems) {
        String path =
                switch (type) {
                    case MOUNT, BIND -> source.getDir();
                    case FILE -> source.getFile();
                    case BLOCK -> source.getDev();
                    case RAM, TEMPLATE, VOLUME -> "/";
                };
        if (path != null && !path.startsWith("/")) {
            problems.accept(
                    domain.problem(
                            source,
                            "<source> is " + Quote.of(path) + ", expected an absolute path"));
        }
    }

    private static @Nullable Object value(FilesystemSourceXml source, String attribute) {
        return switch (attribute) {
            case "dir" -> source.getDir();
            case "file" -> source.getFile();
            case "dev" -> source.getDev();
            case "usage" -> source.getUsage();
            case "name" -> source.getName();
            case "pool" -> source.getPool();
            case "volume" -> source.getVolume();
            default -> throw new IllegalArgumentException(attribute);
        };
    }

    static void target(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (FilesystemXml filesystem : domain.filesystems()) {
            Single.of(filesystem.getTarget())
                    .ifPresentOrElse(
                            target -> target(domain, target, problems),
                            () ->
                                    problems.accept(
                                            domain.problem(
                                                    filesystem, "<filesystem> needs a <target>")));
        }
    }

    private static void target(
            ParsedDomain domain, FilesystemTargetXml target, Consumer<XmlProblem> problems) {
        String path = target.getDir();
        if (!path.startsWith("/")) {
            problems.accept(
                    domain.problem(
                            target,
                            "<target> is " + Quote.of(path) + ", expected an absolute path"));
        }
        if (Arrays.asList(path.split("/", -1)).contains("..")) {
            problems.accept(
                    domain.problem(
                            target,
                            "<target> is " + Quote.of(path) + ", expected a path without '..'"));
        }
    }

    static void oneRoot(ParsedDomain domain, Consumer<XmlProblem> problems) {
        List<FilesystemXml> roots =
                domain.filesystems().stream().filter(FilesystemChecks::isRoot).toList();
        roots.stream()
                .skip(1)
                .forEach(
                        root ->
                                problems.accept(
                                        domain.problem(
                                                root,
                                                "there is another <filesystem> with the target"
                                                        + " '/'")));
    }

    private static boolean isRoot(FilesystemXml filesystem) {
        return Single.of(filesystem.getTarget())
                .filter(target -> target.getDir().equals("/"))
                .isPresent();
    }
}
