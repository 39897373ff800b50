package dev.vsh.machine;

import dev.vsh.domain.ByteSize;

import java.util.List;

/** Lines as {@code MemTotal: 1024 kB}, with or without the number of a node before them. */
record MemoryTable(List<String> lines) {
    /** 0 where there is no such line. */
    ByteSize size(String name) {
        for (String line : lines) {
            int at = line.indexOf(name + ":");
            if (at == 0 || (at > 0 && line.charAt(at - 1) == ' ')) {
                String number = line.substring(at + name.length() + 1).strip().split(" ", 2)[0];
                return ByteSize.ofKibibytes(Long.parseLong(number));
            }
        }
        return new ByteSize(0);
    }
}
