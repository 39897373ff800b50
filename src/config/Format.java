import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks ({@code check}) or rewrites ({@code write}) the layout of every Java file below a folder that has changed since
 * the last time when all was well: the age of {@code target/format.stamp} says when that was.
 */
final class Format {
    private Format() {}

    public static void main(String[] arguments) throws Exception {
        boolean write = arguments[0].equals("write");
        Path folder = Path.of(arguments[1]);
        Path stamp = folder.resolve("target/format.stamp");
        FileTime began = FileTime.from(Instant.now());
        List<String> sources = sources(folder, lastChecked(stamp));
        int status = sources.isEmpty() ? 0 : format(write, sources);
        if (status == 0) {
            Files.createDirectories(stamp.getParent());
            Files.writeString(stamp, "");
            Files.setLastModifiedTime(stamp, began);
        } else if (!write) {
            System.err.println(
                    "The files above are not formatted: run mvn -N validate -Dformat=write");
        }
        System.exit(status);
    }

    private static int format(boolean write, List<String> sources) throws Exception {
        // To reflow strings means to read everything once more.
        List<String> formatter =
                new ArrayList<>(
                        List.of(
                                "--aosp",
                                "--skip-javadoc-formatting",
                                "--skip-reflowing-long-strings"));
        formatter.addAll(
                write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        formatter.addAll(sources);
        var out = new PrintWriter(System.out, true);
        var err = new PrintWriter(System.err, true);
        return new Main(out, err, System.in).format(formatter.toArray(String[]::new));
    }

    private static FileTime lastChecked(Path stamp) throws IOException {
        return Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    }

    private static boolean isNewer(Path file, FileTime than) {
        try {
            return Files.getLastModifiedTime(file).compareTo(than) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sources(Path folder, FileTime since) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !folder.relativize(file).toString().contains("target/"))
                    .filter(file -> isNewer(file, since))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }
}
