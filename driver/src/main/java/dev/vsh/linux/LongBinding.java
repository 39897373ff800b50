package dev.vsh.linux;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * JNA's direct mapping for methods that take and return longs alone. {@code Native.register} first gets ready for
 * arguments of every kind: it reads annotations and fields of a structure, for which the JVM writes classes. In a helper,
 * which only interprets, that is half of the time until it is ready (decision 0020). Both end in one native method.
 * To call that by reflection is cheap only where reflection does not write classes either: {@link #isCheap}.
 */
final class LongBinding {
    private static final int DEFAULT_CONVERSION = 0;

    private final Method register;
    private final long type;

    private LongBinding(Method register, long type) {
        this.register = register;
        this.type = type;
    }

    /** A JVM of the launcher's or a helper's, which are told so. */
    static boolean isCheap() {
        return Boolean.getBoolean("jdk.reflect.useNativeAccessorOnly");
    }

    /**
     * Binds the one native method of {@code owner} to a function.
     *
     * @throws ReflectiveOperationException when this JNA is made otherwise than the one that this knows; then
     *     nothing is bound
     */
    static void bind(Class<?> owner, Function function) throws ReflectiveOperationException {
        Method method =
                Arrays.stream(owner.getDeclaredMethods())
                        .filter(candidate -> Modifier.isNative(candidate.getModifiers()))
                        .findAny()
                        .orElseThrow(NoSuchMethodException::new);
        new LongBinding(registerMethod(), longType()).register(owner, method, function);
    }

    private static Method registerMethod() throws NoSuchMethodException {
        for (Method method : Native.class.getDeclaredMethods()) {
            if (method.getName().equals("registerMethod") && method.getParameterCount() == 16) {
                method.setAccessible(true);
                return method;
            }
        }
        throw new NoSuchMethodException("registerMethod");
    }

    /** What libffi calls a long: JNA's library has libffi in it. */
    private static long longType() throws NoSuchFieldException {
        try {
            NativeLibrary jna =
                    NativeLibrary.getInstance(System.getProperty("jnidispatch.path", ""));
            return Pointer.nativeValue(jna.getGlobalVariableAddress("ffi_type_sint64"));
        } catch (UnsatisfiedLinkError e) {
            throw new NoSuchFieldException(e.getMessage());
        }
    }

    private void register(Class<?> owner, Method method, Function function)
            throws ReflectiveOperationException {
        int count = method.getParameterCount();
        long[] types = new long[count];
        Arrays.fill(types, type);
        int[] conversions = new int[count];
        Arrays.fill(conversions, DEFAULT_CONVERSION);
        register.invoke(
                null,
                owner,
                method.getName(),
                "(" + "J".repeat(count) + ")J",
                conversions,
                types,
                types,
                DEFAULT_CONVERSION,
                type,
                type,
                method,
                Pointer.nativeValue(function),
                Function.C_CONVENTION,
                false,
                null,
                null,
                Native.getDefaultStringEncoding());
    }
}
