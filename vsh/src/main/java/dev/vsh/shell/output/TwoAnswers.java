package dev.vsh.shell.output;

import java.util.function.Supplier;

/**
 * What people see, and what programs do where that is more: nobody waits for what only the other is told.
 *
 * @param people asked for the text
 * @param programs asked for the data
 */
public record TwoAnswers(Supplier<? extends Answer> people, Supplier<? extends Answer> programs)
        implements Answer {
    @Override
    public String text(boolean withHeading) {
        return people.get().text(withHeading);
    }

    @Override
    public Datum data() {
        return programs.get().data();
    }
}
