import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks ({@code check}) or rewrites ({@code write}) the layout of every Java file below a folder. */
final class Format {
    private Format() {}

    public static void main(String[] arguments) throws Exception {
        boolean write = arguments[0].equals("write");
        List<String> formatter = new ArrayList<>(List.of("--aosp", "--skip-javadoc-formatting"));
        formatter.addAll(
                write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        formatter.addAll(sources(Path.of(arguments[1])));
        var out = new PrintWriter(System.out, true);
        var err = new PrintWriter(System.err, true);
        int status = new Main(out, err, System.in).format(formatter.toArray(String[]::new));
        if (status != 0 && !write) {
            err.println("The files above are not formatted: run mvn -N validate -Dformat=write");
        }
        System.exit(status);
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !folder.relativize(file).toString().contains("target/"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }
}
