package dev.vsh.shell.look;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What comes first in {@code top}, and the key that chooses it. */
public enum UsageOrder {
    CPU(Comparator.comparingDouble(UsageRow::cpu).reversed()),
    MEMORY(Comparator.comparingLong(UsageRow::memory).reversed()),
    PIDS(Comparator.comparingInt(UsageRow::processes).reversed()),
    BLOCK(Comparator.comparingDouble(UsageRow::blockRate).reversed()),
    TRAFFIC(Comparator.comparingDouble(UsageRow::networkRate).reversed()),
    NAME(Comparator.comparing(UsageRow::name));

    private final Comparator<UsageRow> comparator;

    UsageOrder(Comparator<UsageRow> comparator) {
        this.comparator = comparator.thenComparing(UsageRow::name);
    }

    /** As the user writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first letter of its word. */
    char key() {
        return word().charAt(0);
    }

    public List<UsageRow> sorted(List<UsageRow> rows) {
        return rows.stream().sorted(comparator).toList();
    }

    public static Optional<UsageOrder> of(String word) {
        return Arrays.stream(values()).filter(order -> order.word().equals(word)).findFirst();
    }

    static Optional<UsageOrder> of(char key) {
        return Arrays.stream(values()).filter(order -> order.key() == key).findFirst();
    }
}
