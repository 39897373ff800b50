package dev.vsh.shell.guests;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/** Names of domains as a shell's patterns: {@code web-*}, {@code db[12]}, {@code {db,web}}. */
public final class NamePattern {
    private final PathMatcher matcher;

    /**
     * @throws PatternSyntaxException when it is none
     */
    public NamePattern(String text) {
        this.matcher = FileSystems.getDefault().getPathMatcher("glob:" + text);
    }

    public boolean matches(String name) {
        return matcher.matches(Path.of(name));
    }
}
