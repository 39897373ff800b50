package dev.vsh.driver;

import java.util.List;

/** What a start does, for people: sections in order, each a list of steps. */
public record DomainPlan(List<Section> sections) {
    public DomainPlan {
        sections = List.copyOf(sections);
    }

    /**
     * @param title where these steps happen: on the host before the container exists, inside it, …
     */
    public record Section(String title, List<Step> steps) {
        public Section {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param label why, in a few words
     * @param call what, as strace would print it
     */
    public record Step(String label, String call) {}
}
