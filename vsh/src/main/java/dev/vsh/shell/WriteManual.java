package dev.vsh.shell;

import dev.vsh.driver.ProductVersion;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.manual.DocumentPage;
import dev.vsh.shell.manual.ProcessOptions;
import dev.vsh.shell.manual.ShellCompletion;
import dev.vsh.shell.manual.ShellCompletion.Dialect;
import dev.vsh.shell.manual.ShellPage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes manual pages and completion for other shells; the build runs it. */
public final class WriteManual {
    private final CommandTable commands;
    private final Path share;

    private WriteManual(CommandTable commands, Path share) {
        this.commands = commands;
        this.share = share;
    }

    /**
     * @param arguments the page that says what each element does, and the folder to write to
     */
    public static void main(String[] arguments) throws IOException {
        new WriteManual(commands(), Path.of(arguments[1]))
                .write(Files.readAllLines(Path.of(arguments[0])));
    }

    /** Every command, of a shell that is not run. */
    static CommandTable commands() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        Surroundings surroundings =
                new Surroundings(
                        Map.of(),
                        Path.of(""),
                        new ByteArrayInputStream(new byte[0]),
                        nowhere,
                        nowhere,
                        new Nobody());
        return new Shell(surroundings).commands();
    }

    private void write(List<String> elements) throws IOException {
        String version = ProductVersion.text();
        write("man/man1/vsh.1", new ShellPage(commands, version, Usage.options()).text());
        write("man/man5/vsh-xml.5", new DocumentPage(elements, version).text());
        write("bash-completion/completions/vsh", completion(Dialect.BASH));
        write("zsh/site-functions/_vsh", completion(Dialect.ZSH));
    }

    private String completion(Dialect dialect) {
        return new ShellCompletion(dialect, commands, processOptions()).text();
    }

    private static ProcessOptions processOptions() {
        List<ProcessOption> options = Arrays.asList(ProcessOption.values());
        return new ProcessOptions(
                options.stream()
                        .map(ProcessOption::longName)
                        .filter(name -> !name.isEmpty())
                        .map(name -> "--" + name)
                        .toList(),
                options.stream()
                        .filter(ProcessOption::takesValue)
                        // what is connected to is passed on to the shell that is asked for values
                        .filter(option -> option != ProcessOption.CONNECT)
                        .flatMap(
                                option ->
                                        Stream.of("-" + option.letter(), "--" + option.longName()))
                        .toList());
    }

    private void write(String name, String text) throws IOException {
        Path file = share.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
