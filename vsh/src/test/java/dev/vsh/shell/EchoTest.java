package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** What libvirt's own tests of virsh ask of {@code echo}: the whole of quoting. */
class EchoTest {
    private static final String[] SPECIAL = {
        "a", "A", "0", "+", "*", ";", ".", "'", "\"", "/", "?", "=", " ", "\n", "<", ">", "&"
    };

    static Stream<Arguments> lines() {
        return Stream.of(
                line("echo a \t b", "a b"),
                line("echo \"a \t b\"", "a \t b"),
                line("echo 'a \t b'", "a \t b"),
                line("echo a\\ \\\t\\ b", "a \t b"),
                line("echo ; echo", "\n"),
                line(";echo a; ; echo b;", "a\nb"),
                line("echo \\' \\\" \\;echo\ta", "' \" ;echo a"),
                line("echo \\' \\\" \\\\;echo\ta", "' \" \\\na"),
                line("echo  \"'\"  '\"'  '\\'\"\\\\\"", "' \" \\\\"),
                line("echo ''", ""),
                line("echo --shell \"\"", "''"),
                line("echo --xml ''", ""),
                line("echo --s\\h'e'\"l\"l -- a", "a"),
                line("echo \t '-'\"-\" \t --shell \t a", "--shell a"),
                line("echo --string hello", "hello"),
                line("echo --str hello", "hello"),
                line("echo --hi", "hello"),
                line("#unbalanced; 'quotes\"\necho a # b", "a"),
                line("echo a #b;echo c\necho d", "a\nd"),
                line("echo a\\\nb", "ab"),
                line("echo 'a\nb' \"c\nd\"", "a\nb c\nd"),
                line("echo a#b '#c' \\#d", "a#b #c #d"),
                line("echo 'a", "a"));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                words("", "echo"),
                words("a", "echo", "a"),
                words("a b", "echo", "a", "b"),
                words("' \" \\;echo\ta", "echo", "'", "\"", "\\;echo\ta"),
                words("a A 0 + * ; . ' \" / ? =   \n < > &", "echo", SPECIAL),
                words(
                        "a A 0 + '*' ';' . ''\\''' '\"' / '?' = ' ' '\n' '<' '>' '&'",
                        "echo --shell",
                        SPECIAL),
                words(
                        "a A 0 + * ; . &apos; &quot; / ? =   \n &lt; &gt; &amp;",
                        "echo --xml",
                        SPECIAL),
                words("", "echo", ""),
                words("''", "echo --shell", ""),
                words("", "echo --xml", ""),
                words("a", "-- echo", "--shell", "a"),
                words("a", "-- echo", "a", "--shell"),
                words("a --shell", "-- echo", "--", "a", "--shell"),
                words("-- --shell a", "echo", "--", "--", "--shell", "a"),
                words("hello", "echo", "--string", "hello"),
                words("hello", "echo", "--str", "hello"),
                words("hello", "echo", "--hi"));
    }

    private static Arguments line(String line, String answer) {
        return Arguments.of(new String[] {line}, answer);
    }

    private static Arguments words(String answer, String begin, String... rest) {
        return Arguments.of(
                Stream.concat(Stream.of(begin.split(" ")), Stream.of(rest)).toArray(String[]::new),
                answer);
    }

    @ParameterizedTest
    @MethodSource({"lines", "words"})
    void answersAsVirshDoes(String[] arguments, String answer) {
        ShellRun run = new ShellRun().run(arguments);

        assertEquals(answer + "\n", run.results());
        assertEquals("", run.errors());
        assertEquals(0, run.status());
    }
}
