package dev.vsh.domain;

import java.util.Optional;

/** {@code <seclabel>}. */
public record SecurityLabel(
        String type,
        Optional<String> model,
        Optional<String> relabel,
        Optional<String> label,
        Optional<String> baseLabel,
        Optional<String> imageLabel) {}
