package dev.vsh.it.fault;

import dev.vsh.linux.SystemCall;

import java.util.Arrays;

/** Names of system calls, for messages; of those that the product does not make itself, the number. */
final class Calls {
    private Calls() {}

    static String name(long number) {
        return Arrays.stream(SystemCall.values())
                .filter(call -> call.number() == number)
                .map(SystemCall::callName)
                .findFirst()
                .orElse("call " + number);
    }
}
