package dev.vsh.domain.lxctools;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The inverse of {@link InitPart}. */
final class InitLines {
    private InitLines() {}

    static void write(DomainDefinition domain, ConfigText text) {
        Init init = domain.init();
        init.architecture().ifPresent(name -> text.line("lxc.arch", name));
        command(init, text);
        init.directory().ifPresent(folder -> text.line("lxc.init.cwd", folder));
        id("lxc.init.uid", "<inituser>", init.user(), text);
        id("lxc.init.gid", "<initgroup>", init.group(), text);
        init.environment()
                .forEach(
                        variable ->
                                text.line(
                                        "lxc.environment",
                                        variable.name() + "=" + variable.value()));
        text.lost(init.commandLine().isPresent(), "<cmdline>");
    }

    private static void command(Init init, ConfigText text) {
        List<String> words = new ArrayList<>();
        words.add(init.path());
        words.addAll(init.arguments());
        try {
            text.line("lxc.init.cmd", CommandWords.join(words));
        } catch (IllegalArgumentException e) {
            text.warn("LXC takes no argument with both kinds of quotes: " + e.getMessage());
        }
    }

    private static void id(String key, String element, Optional<String> owner, ConfigText text) {
        owner.ifPresent(
                name -> {
                    if (name.matches("\\+?[0-9]+")) {
                        text.line(key, name.replace("+", ""));
                    } else {
                        text.warn("LXC takes a number for " + element + ", not '" + name + "'");
                    }
                });
    }
}
