package dev.vsh.domain.lxctools;

import java.util.List;

/** A configuration that makes no container. The message has a line for each problem: {@code FILE:LINE: …}. */
public final class InvalidConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // List.copyOf gives a serializable list
    private final List<String> problems;

    /**
     * @param problems at least one
     */
    public InvalidConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
