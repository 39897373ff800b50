package dev.vsh.domain.xml;

import dev.vsh.schema.PathXml;
import dev.vsh.schema.TextXml;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Elements that hold a text. */
final class Texts {
    private Texts() {}

    static Optional<String> first(List<TextXml> texts) {
        return Single.of(texts).map(TextXml::getValue);
    }

    static Optional<String> of(@Nullable TextXml text) {
        return Optional.ofNullable(text).map(TextXml::getValue);
    }

    static Optional<String> firstPath(List<PathXml> paths) {
        return Single.of(paths).map(PathXml::getValue);
    }

    static TextXml text(String value) {
        var text = new TextXml();
        text.setValue(value);
        return text;
    }

    static PathXml path(String value) {
        var path = new PathXml();
        path.setValue(value);
        return path;
    }
}
