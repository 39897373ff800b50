package dev.vsh.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.ProcessFlags;
import dev.vsh.linux.SystemCall;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must come before what, whatever the container is made of. */
final class SetupOrderTest {
    static Stream<SetupProgram> programs() {
        return PlanFixture.all().values().stream().map(SetupCompiler::compile);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void execveIsTheLastCallAndTheOnlyOne(SetupProgram program) {
        List<Instruction> container = program.container();
        assertEquals(List.of(container.size() - 1), indexes(container, is(SystemCall.EXECVE)));
    }

    /** commit_creds() in the kernel takes the signal away with every change of uid. */
    @ParameterizedTest
    @MethodSource("programs")
    void parentDeathSignalIsSetAgainAfterEachChangeOfUid(SetupProgram program) {
        List<Instruction> container = program.container();
        List<Integer> signals = indexes(container, SetupOrderTest::setsParentDeathSignal);
        List<Integer> limits = new ArrayList<>(indexes(container, is(SystemCall.SETRESUID)));
        limits.add(container.size() - 1);
        for (int i = 0; i + 1 < limits.size(); i++) {
            int change = limits.get(i);
            int next = limits.get(i + 1);
            assertTrue(
                    signals.stream().anyMatch(signal -> signal > change && signal < next),
                    "between calls " + change + " and " + next);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void parentDeathSignalIsTheFirstThingOfAll(SetupProgram program) {
        assertTrue(setsParentDeathSignal(program.container().getFirst()));
    }

    private static boolean setsParentDeathSignal(Instruction instruction) {
        return instruction.call() == SystemCall.PRCTL
                && instruction
                        .arguments()
                        .contains(Argument.constant(ProcessFlags.PR_SET_PDEATHSIG));
    }

    /** A cgroup namespace begins at the group that its first process is in. */
    @ParameterizedTest
    @MethodSource("programs")
    void everyCgroupIsEnteredBeforeTheCgroupNamespaceIsMade(SetupProgram program) {
        List<Instruction> container = program.container();
        List<Integer> entries =
                indexes(container, each -> each.label().equals("enter the container's cgroup"));
        int namespace =
                only(
                        container,
                        each ->
                                each.call() == SystemCall.UNSHARE
                                        && each.arguments()
                                                .contains(
                                                        Argument.constant(
                                                                CloneFlags.CLONE_NEWCGROUP)));
        assertEquals(program.cgroups().size(), entries.size());
        assertTrue(entries.getLast() < namespace);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void nothingIsDoneInTheContainerBeforeTheHelperSaysGo(SetupProgram program) {
        List<Instruction> container = program.container();
        int wait =
                only(container, each -> each.arguments().contains(Argument.result(Slot.GO_READ)));
        assertEquals(1, wait);
    }

    /** A target that is opened earlier would be in the host's own tree. */
    @ParameterizedTest
    @MethodSource("programs")
    void rootIsAttachedBeforeAnyTargetIsOpened(SetupProgram program) {
        List<Instruction> container = program.container();
        int attached = indexes(container, each -> each.label().equals("mount the root")).getFirst();
        assertTrue(indexes(container, is(SystemCall.OPENAT2)).getFirst() > attached);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyMountIsMadeBeforeTheHostIsLeft(SetupProgram program) {
        List<Instruction> container = program.container();
        int left = leaving(container);
        assertTrue(indexes(container, is(SystemCall.MOVE_MOUNT)).getLast() < left);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void capabilitiesAreSetWhenTheInitIsWhoItWillBe(SetupProgram program) {
        List<Instruction> container = program.container();
        int lastChange = indexes(container, is(SystemCall.SETRESUID)).getLast();
        assertTrue(only(container, is(SystemCall.CAPSET)) > lastChange);
    }

    /** Whatever comes behind it would have to be let through. */
    @ParameterizedTest
    @MethodSource("programs")
    void filterIsTheLastThingBeforeTheInit(SetupProgram program) {
        List<Instruction> container = program.container();
        for (int filter : indexes(container, is(SystemCall.SECCOMP))) {
            assertEquals(container.size() - 2, filter);
        }
    }

    /** Whatever stops a start, the helper must not stay where it went. */
    @ParameterizedTest
    @MethodSource("programs")
    void helperReturnsFromEachNamespaceAtOnceAndOnRelease(SetupProgram program) {
        List<Argument> joined = namespaces(program.prepare());
        assertEquals(joined, namespaces(program.attach()));
        assertEquals(joined, namespaces(program.release()));
        assertEquals(List.of(), namespaces(program.container()));
        int returned = joined.size();
        assertEquals(
                List.of(),
                program.attach().subList(0, 3 * returned).stream()
                        .filter(each -> !each.label().equals("return to the host's namespaces"))
                        .toList());
    }

    /** Its last step there is the way back, whatever is done for the interfaces afterwards. */
    @Test
    void helperIsInTheContainersNetworkOnlyToOpenASocket() {
        SetupProgram program = SetupCompiler.compile(PlanFixture.network());
        List<Integer> moves = indexes(program.attach(), is(SystemCall.SETNS));
        List<SystemCall> between =
                program.attach().subList(moves.get(0) + 1, moves.get(1)).stream()
                        .map(Instruction::call)
                        .toList();
        assertEquals(List.of(SystemCall.SOCKET, SystemCall.CLOSE, SystemCall.OPENAT), between);
        assertEquals(1, indexes(program.release(), is(SystemCall.SETNS)).size());
    }

    /** Once it has moved in or come into being, there is a step that undoes it. */
    @Test
    void everyInterfaceIsGivenBackOrRemoved() {
        SetupProgram program = SetupCompiler.compile(PlanFixture.network());
        List<String> labels = program.release().stream().map(Instruction::label).toList();
        assertTrue(labels.contains("give interface 'eno7' back to the host"));
        assertTrue(labels.contains("remove interface 'vsh7-0' from the host"));
        assertTrue(labels.contains("remove interface 'eth1'"));
    }

    private static List<Argument> namespaces(List<Instruction> instructions) {
        return instructions.stream()
                .filter(is(SystemCall.SETNS))
                // The container's own is another matter: it is there only after the clone.
                .filter(each -> !each.label().endsWith("the container's network"))
                .map(each -> each.arguments().get(1))
                .toList();
    }

    /** The child may not allocate: only numbers, and texts that are there already. */
    @ParameterizedTest
    @MethodSource("programs")
    void containerSectionHasNoFormattedArguments(SetupProgram program) {
        assertFalse(hasFormatted(program.container()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void idMapsAreWrittenByTheHelperToTheChildByItsId(SetupProgram program) {
        boolean mapped = program.cloneFlags().name().contains("CLONE_NEWUSER");
        assertEquals(mapped, hasFormatted(program.attach()));
    }

    private static boolean hasFormatted(List<Instruction> instructions) {
        return instructions.stream()
                .flatMap(each -> each.arguments().stream())
                .anyMatch(Argument.Formatted.class::isInstance);
    }

    /** CVE-2021-30465 and its kin: whoever fills the root folder must not say where a path leads. */
    @ParameterizedTest
    @MethodSource("programs")
    void pathsInTheRootAreFollowedByNothingButOpenat2InRoot(SetupProgram program) {
        List<Instruction> inReach = program.container().subList(0, leaving(program.container()));
        Set<Slot> trees = kernelTrees(program);
        Set<Slot> folders =
                inReach.stream()
                        .filter(is(SystemCall.OPENAT2))
                        .flatMap(each -> each.result().stream())
                        .collect(Collectors.toSet());
        List<Instruction> wrong =
                inReach.stream().filter(each -> !isSafe(each, trees, folders)).toList();
        assertEquals(List.of(), wrong);
    }

    /** Trees that the kernel or we ourselves have filled. */
    private static Set<Slot> kernelTrees(SetupProgram program) {
        return Stream.concat(program.prepare().stream(), program.container().stream())
                .filter(SetupOrderTest::opensKernelTree)
                .flatMap(each -> each.result().stream())
                .collect(Collectors.toSet());
    }

    /** What is in an image or on a device is somebody else's work, as a folder is. */
    private static boolean opensKernelTree(Instruction instruction) {
        boolean foreign =
                instruction.label().startsWith("mount image '")
                        || instruction.label().startsWith("mount device '");
        return (instruction.call() == SystemCall.FSMOUNT && !foreign)
                || instruction.label().equals("copy the host's /sys");
    }

    private static boolean isSafe(Instruction instruction, Set<Slot> trees, Set<Slot> folders) {
        return switch (instruction.call()) {
            case OPENAT2 ->
                    instruction
                            .callText()
                            .contains("resolve=RESOLVE_IN_ROOT|RESOLVE_NO_MAGICLINKS");
            case FSOPEN, FSCONFIG, WRITE -> true;
            case OPENAT ->
                    instruction.label().equals("open the console") && base(instruction, 0, trees);
            case MOUNT -> texts(instruction).equals(List.of("/"));
            case UMOUNT2 ->
                    instruction.label().startsWith("unmount the host's /")
                            && (texts(instruction).getFirst().startsWith("/")
                                    || instruction.callText().contains("UMOUNT_NOFOLLOW"));
            case MKDIRAT, MKNODAT ->
                    base(instruction, 0, trees)
                            || (base(instruction, 0, folders)
                                    && texts(instruction).stream()
                                            .noneMatch(name -> name.contains("/")));
            case OPEN_TREE -> isEmptyPath(instruction, 1) || base(instruction, 0, trees);
            case MOVE_MOUNT ->
                    isEmptyPath(instruction, 1)
                            && (isEmptyPath(instruction, 3)
                                    || instruction.label().equals("mount the root")
                                    || base(instruction, 2, trees));
            default -> texts(instruction).stream().allMatch(String::isEmpty);
        };
    }

    private static boolean isEmptyPath(Instruction instruction, int argument) {
        return instruction.arguments().get(argument).equals(Argument.text(""));
    }

    private static boolean base(Instruction instruction, int argument, Set<Slot> known) {
        return instruction.arguments().get(argument) instanceof Argument.Result(Slot slot)
                && known.contains(slot);
    }

    private static List<String> texts(Instruction instruction) {
        return instruction.arguments().stream()
                .filter(Argument.Text.class::isInstance)
                .map(each -> ((Argument.Text) each).value())
                .toList();
    }

    private static int leaving(List<Instruction> container) {
        return only(container, is(SystemCall.PIVOT_ROOT).or(is(SystemCall.CHROOT)));
    }

    private static Predicate<Instruction> is(SystemCall call) {
        return instruction -> instruction.call() == call;
    }

    private static int only(List<Instruction> instructions, Predicate<Instruction> wanted) {
        List<Integer> found = indexes(instructions, wanted);
        assertEquals(1, found.size(), "found at " + found);
        return found.getFirst();
    }

    private static List<Integer> indexes(
            List<Instruction> instructions, Predicate<Instruction> wanted) {
        return IntStream.range(0, instructions.size())
                .filter(index -> wanted.test(instructions.get(index)))
                .boxed()
                .toList();
    }
}
