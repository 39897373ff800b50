package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/** What an installation has for the host's other programs: manual pages, and completion for other shells. */
final class ShareTest {
    private static final Path DIST = Checkout.folder().resolve("vsh/target/dist");
    private static final Path SHARE = DIST.resolve("share");
    private static final String BASH =
            """
            source "$1/bash-completion/completions/vsh"
            compopt() { :; }
            COMP_LINE=$2 COMP_POINT=${#2}
            _vsh vsh "${2##*[ =]}" ''
            printf '%s,' "${COMPREPLY[@]}"
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domst | domstate,domstats,",
                "-c test:///default --reado | --readonly,",
                "start --con | --console,",
                "-c test:///default destroy t | test,",
                "-c test:///default domstate --domain=t | test,",
                "-r -c test:///default net-info d | default,",
                "set-lifecycle-action any cr | crash,",
                "nosuch x | ,",
            })
    void bashCompletes(String line, String answer) {
        String launcher = DIST.resolve("bin/vsh").toString();

        assertEquals(
                answer.strip(),
                HostCommand.run(
                        "bash",
                        "-c",
                        BASH,
                        "bash",
                        SHARE.toString(),
                        launcher + " " + line.strip()));
    }

    @Requires(Need.ZSH)
    @Test
    void zshLoadsItsCompletion() {
        assertEquals(
                "_vsh loaded\n",
                HostCommand.run(
                        "zsh",
                        "-fc",
                        "fpath=($1 $fpath); autoload -Uz compinit && compinit -u -D"
                                + " && autoload +X _vsh && echo $_comps[vsh] loaded",
                        "zsh",
                        SHARE.resolve("zsh/site-functions").toString()));
    }

    @Requires(Need.GROFF)
    @ParameterizedTest
    @ValueSource(strings = {"man/man1/vsh.1", "man/man5/vsh-xml.5"})
    void manualPagesAreSetWithoutAWarning(String page) {
        assertEquals(
                "",
                HostCommand.run(
                        "sh",
                        "-c",
                        "groff -ww -W break -man -k -Tutf8 \"$1\" 2>&1 >/dev/null",
                        "sh",
                        SHARE.resolve(page).toString()));
    }
}
