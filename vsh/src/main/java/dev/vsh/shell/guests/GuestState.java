package dev.vsh.shell.guests;

import dev.vsh.domain.DomainStatus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What one can wait for a domain to be. */
public enum GuestState {
    RUNNING("running"),
    PAUSED("paused"),
    SHUT_OFF("shutoff");

    private final String text;

    GuestState(String text) {
        this.text = text;
    }

    /** As an option names it. */
    public String text() {
        return text;
    }

    public static Optional<GuestState> parse(String text) {
        return Arrays.stream(values()).filter(state -> state.text.equals(text)).findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(GuestState::text).toList();
    }

    static GuestState of(DomainStatus status) {
        return switch (status) {
            case DomainStatus.Running _ -> RUNNING;
            case DomainStatus.Paused _ -> PAUSED;
            case DomainStatus.ShutOff _ -> SHUT_OFF;
        };
    }
}
