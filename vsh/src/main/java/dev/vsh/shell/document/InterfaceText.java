package dev.vsh.shell.document;

import dev.vsh.domain.Bandwidth;

import java.util.Optional;

/** An {@code <interface>} in the making, as XML. */
public final class InterfaceText {
    private final StringBuilder text = new StringBuilder();
    private final String type;

    public InterfaceText(String type) {
        this.type = type;
        text.append("<interface type='").append(AttributeValue.quoted(type)).append("'>\n");
    }

    /**
     * @param mode of a macvlan
     */
    public void source(String name, Optional<String> mode) {
        String attribute = type.equals("direct") ? "dev" : type;
        text.append("  <source ")
                .append(attribute)
                .append("='")
                .append(AttributeValue.quoted(name))
                .append("'");
        mode.ifPresent(
                word -> text.append(" mode='").append(AttributeValue.quoted(word)).append("'"));
        text.append("/>\n");
    }

    /** A child with one attribute, where there is something to say. */
    public void child(String name, String attribute, Optional<String> value) {
        value.ifPresent(
                given ->
                        text.append(
                                "  <%s %s='%s'/>\n"
                                        .formatted(name, attribute, AttributeValue.quoted(given))));
    }

    public void bandwidth(Optional<Bandwidth.Rate> inbound, Optional<Bandwidth.Rate> outbound) {
        if (inbound.isPresent() || outbound.isPresent()) {
            text.append("  <bandwidth>\n");
            inbound.ifPresent(rate -> rate("inbound", rate));
            outbound.ifPresent(rate -> rate("outbound", rate));
            text.append("  </bandwidth>\n");
        }
    }

    private void rate(String name, Bandwidth.Rate rate) {
        text.append("    <").append(name);
        number("average", Optional.of(rate.average()));
        number("peak", rate.peak());
        number("burst", rate.burst());
        number("floor", rate.floor());
        text.append("/>\n");
    }

    private void number(String name, Optional<Long> value) {
        value.ifPresent(number -> text.append(" %s='%d'".formatted(name, number)));
    }

    public String xml() {
        return text + "</interface>\n";
    }
}
