package dev.vsh.seccomp;

import dev.vsh.domain.SyscallRules;
import dev.vsh.seccomp.Segments.Segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compiles rules to a program: which ABI, then a binary search over the numbers. No call costs more than a dozen tests;
 * the kernel remembers by number which ones are always allowed (since 5.11) and runs the program for none of those.
 */
public final class SyscallFilter {
    /** Offsets in {@code struct seccomp_data}. */
    private static final int NUMBER = 0;

    private static final int ARCHITECTURE = 4;
    private static final int ARGUMENTS = 16;
    private static final int ARGUMENT_SIZE = 8;

    private final Segments segments;

    private SyscallFilter(Segments segments) {
        this.segments = segments;
    }

    /**
     * The program for a container.
     *
     * @param abis those of the host's processor; calls of any other are refused
     * @param given capabilities that the document names and gives
     * @return instructions as they lie in memory; none when nothing is refused
     */
    public static List<Long> compile(SyscallRules rules, Set<String> given, List<Abi> abis) {
        return program(rules, given, abis).stream().map(BpfInstruction::encoded).toList();
    }

    static List<BpfInstruction> program(SyscallRules rules, Set<String> given, List<Abi> abis) {
        SyscallPolicy policy = SyscallPolicy.of(rules, given);
        if (policy.verdicts().isEmpty()) {
            return List.of();
        }
        return new SyscallFilter(new Segments(SyscallTable.load(), policy)).program(abis);
    }

    private List<BpfInstruction> program(List<Abi> abis) {
        List<BpfInstruction> code = leaf(Verdict.MISSING);
        for (Abi abi : abis.reversed()) {
            code = branch(BpfInstruction.JUMP_IF_EQUAL, abi.auditArchitecture(), block(abi), code);
        }
        return join(List.of(BpfInstruction.load(ARCHITECTURE)), code);
    }

    private List<BpfInstruction> block(Abi abi) {
        return join(List.of(BpfInstruction.load(NUMBER)), search(segments.of(abi)));
    }

    private static List<BpfInstruction> search(List<Segment> segments) {
        if (segments.size() == 1) {
            return leaf(segments.getFirst().verdict());
        }
        int middle = segments.size() / 2;
        return branch(
                BpfInstruction.JUMP_IF_AT_LEAST,
                segments.get(middle).from(),
                search(segments.subList(middle, segments.size())),
                search(segments.subList(0, middle)));
    }

    private static List<BpfInstruction> leaf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allow _ -> List.of(BpfInstruction.give(BpfInstruction.RETURN_ALLOW));
            case Verdict.Refuse(var errno) ->
                    List.of(BpfInstruction.give(BpfInstruction.RETURN_ERRNO | errno.number()));
            // Flags are in the lower half, which comes first: all architectures here are
            // little-endian.
            case Verdict.RefuseFlag(int argument, int flag, var errno) ->
                    join(
                            List.of(BpfInstruction.load(ARGUMENTS + argument * ARGUMENT_SIZE)),
                            branch(
                                    BpfInstruction.JUMP_IF_SET,
                                    flag,
                                    leaf(new Verdict.Refuse(errno)),
                                    leaf(new Verdict.Allow())));
        };
    }

    /** A test reaches no further than {@value BpfInstruction#MAX_TEST} instructions; a jump does. */
    private static List<BpfInstruction> branch(
            int test, long operand, List<BpfInstruction> ifTrue, List<BpfInstruction> ifFalse) {
        List<BpfInstruction> code = new ArrayList<>();
        if (ifFalse.size() <= BpfInstruction.MAX_TEST) {
            code.add(new BpfInstruction(test, ifFalse.size(), 0, operand));
        } else {
            code.add(new BpfInstruction(test, 0, 1, operand));
            code.add(BpfInstruction.jump(ifFalse.size()));
        }
        code.addAll(ifFalse);
        code.addAll(ifTrue);
        return code;
    }

    private static List<BpfInstruction> join(
            List<BpfInstruction> first, List<BpfInstruction> second) {
        List<BpfInstruction> code = new ArrayList<>(first);
        code.addAll(second);
        return code;
    }
}
