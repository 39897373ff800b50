package dev.vsh.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers of processors or memory nodes, as libvirt ({@code 0-3,^2,5}) and the kernel ({@code 0-1,3,5}) write them. */
public final class NumberSet {
    /** More processors or nodes than any kernel is built for; keeps a document from claiming gigabytes. */
    private static final int LIMIT = 65_536;

    private final BitSet numbers;

    private NumberSet(BitSet numbers) {
        this.numbers = numbers;
    }

    /**
     * @param text numbers and ranges separated by commas; {@code ^} takes one or a range out again
     * @throws IllegalArgumentException when it is anything else, or a number is beyond 65535
     */
    public static NumberSet parse(String text) {
        BitSet numbers = new BitSet();
        for (String part : text.split(",", -1)) {
            String item = part.strip();
            boolean out = item.startsWith("^");
            String range = out ? item.substring(1) : item;
            int hyphen = range.indexOf('-');
            int first = number(hyphen < 0 ? range : range.substring(0, hyphen));
            int last = hyphen < 0 ? first : number(range.substring(hyphen + 1));
            if (last < first) {
                throw new IllegalArgumentException("range '" + range + "' runs backwards");
            }
            numbers.set(first, last + 1, !out);
        }
        return new NumberSet(numbers);
    }

    /**
     * @param text as the kernel lists numbers: none is an empty text
     */
    public static NumberSet ofKernel(String text) {
        return text.isBlank() ? new NumberSet(new BitSet()) : parse(text.strip());
    }

    private static int number(String text) {
        int number = Integer.parseInt(text.strip());
        if (number < 0 || number >= LIMIT) {
            throw new IllegalArgumentException(number + " is beyond " + (LIMIT - 1));
        }
        return number;
    }

    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    public int count() {
        return numbers.cardinality();
    }

    /** The numbers in rising order. */
    public List<Integer> numbers() {
        return numbers.stream().boxed().toList();
    }

    /** What is in this set and not in the other. */
    public NumberSet without(NumberSet other) {
        BitSet rest = (BitSet) numbers.clone();
        rest.andNot(other.numbers);
        return new NumberSet(rest);
    }

    /** In the kernel's list format; empty for an empty set. */
    @Override
    public String toString() {
        List<String> ranges = new ArrayList<>();
        for (int first = numbers.nextSetBit(0); first >= 0; ) {
            int end = numbers.nextClearBit(first);
            ranges.add(end == first + 1 ? "" + first : first + "-" + (end - 1));
            first = numbers.nextSetBit(end);
        }
        return ranges.stream().collect(Collectors.joining(","));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberSet set && numbers.equals(set.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }
}
