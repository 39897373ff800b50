package dev.vsh.plan;

import dev.vsh.linux.Constant;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the instructions of a program, section by section, and hands out slots. */
final class ProgramBuilder {
    private final List<Instruction> prepare = new ArrayList<>();
    private final List<Instruction> attach = new ArrayList<>();
    private final List<Instruction> container = new ArrayList<>();
    private final List<Instruction> release = new ArrayList<>();
    private final List<Slot> consoles = new ArrayList<>();
    private final List<String> cgroups = new ArrayList<>();
    private final List<Slot> kept = new ArrayList<>();
    private final List<SetupProgram.Part> parts = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private Optional<SetupProgram.Views> views = Optional.empty();
    private int nextSlot = Slot.FIRST_FREE;

    Section prepare() {
        return new Section(prepare);
    }

    Section attach() {
        return new Section(attach);
    }

    Section container() {
        return new Section(container);
    }

    Section release() {
        return new Section(release);
    }

    void addConsole(Slot master) {
        consoles.add(master);
    }

    void addCgroup(String folder) {
        cgroups.add(folder);
    }

    void keep(Slot descriptor) {
        kept.add(descriptor);
    }

    /**
     * What the release section has had appended since is a device's: it is run when that is detached, too.
     *
     * @param device as {@link dev.vsh.domain.KeyedChange#called} has it
     * @param since of {@link #released}
     */
    void addPart(String device, int since) {
        parts.add(new SetupProgram.Part(device, since, release.size()));
    }

    /** How many instructions the release section has so far. */
    int released() {
        return release.size();
    }

    void serve(SetupProgram.Views served) {
        keep(served.device());
        views = Optional.of(served);
    }

    SetupProgram build(Constant cloneFlags) {
        return new SetupProgram(
                prepare,
                cloneFlags,
                attach,
                container,
                cgroups,
                release,
                consoles,
                kept,
                parts,
                nextSlot,
                views);
    }

    /** Whoever reads a program must be able to tell one tmpfs from another. */
    private String unique(String name) {
        int count = names.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "-" + count;
    }

    /** Appends to one section of the program. */
    final class Section {
        private final List<Instruction> target;
        private final Set<Errno> tolerated;
        private final Map<Errno, String> advice;
        private final List<Argument> conditions;

        private Section(List<Instruction> target) {
            this(target, Set.of(), Map.of(), List.of());
        }

        private Section(
                List<Instruction> target,
                Set<Errno> tolerated,
                Map<Errno, String> advice,
                List<Argument> conditions) {
            this.target = target;
            this.tolerated = tolerated;
            this.advice = advice;
            this.conditions = conditions;
        }

        /** The same section; what is appended through it may fail with these. */
        Section tolerating(Errno... errors) {
            return new Section(target, Set.of(errors), advice, conditions);
        }

        /** The same section; when what is appended through it fails with one of these, people are told why. */
        Section advising(Map<Errno, String> reasons) {
            return new Section(target, tolerated, reasons, conditions);
        }

        /** The same section; what is appended through it is passed over when the slot has no result. */
        Section given(Slot slot) {
            return new Section(target, tolerated, advice, List.of(new Argument.Given(slot)));
        }

        void run(String label, SystemCall call, Argument... arguments) {
            add(label, call, arguments, Optional.empty());
        }

        Slot get(String name, String label, SystemCall call, Argument... arguments) {
            Slot slot = new Slot(nextSlot++, unique(name));
            add(label, call, arguments, Optional.of(slot));
            return slot;
        }

        /** As {@link #get}, into one of {@link Slot#LASTING}, which is kept. */
        void keep(Slot lasting, String label, SystemCall call, Argument... arguments) {
            add(label, call, arguments, Optional.of(lasting));
            ProgramBuilder.this.keep(lasting);
        }

        private void add(
                String label, SystemCall call, Argument[] arguments, Optional<Slot> result) {
            List<Argument> all = new ArrayList<>(List.of(arguments));
            all.addAll(conditions);
            target.add(new Instruction(label, call, all, result, tolerated, advice));
        }
    }
}
