package dev.vsh.shell.verb;

import dev.vsh.domain.InitEnd;
import dev.vsh.shell.output.Datum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an init ended, behind what else is said: in words for people, with what a shell would call its status for programs. */
record InitEndData(Optional<InitEnd> end) {
    String text() {
        return end.map(how -> ": " + how.text()).orElse("");
    }

    /** The fields with those of the end, if there was one. */
    Datum fields(Datum.Field... fields) {
        List<Datum.Field> all = new ArrayList<>(List.of(fields));
        end.ifPresent(
                how -> {
                    all.add(Datum.field("init", how.text()));
                    all.add(new Datum.Field("initStatus", Datum.of(how.status())));
                });
        return new Datum.Fields(all);
    }
}
