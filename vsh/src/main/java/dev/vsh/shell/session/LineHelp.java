package dev.vsh.shell.session;

import dev.vsh.shell.completion.CompletionEngine;
import dev.vsh.shell.completion.HintEngine;

import java.util.Optional;

/**
 * What helps somebody who writes a line.
 *
 * @param hints nothing for those who do not want to see any
 */
public record LineHelp(CompletionEngine completion, Optional<HintEngine> hints) {}
