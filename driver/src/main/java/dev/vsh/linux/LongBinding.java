package dev.vsh.linux;

import com.sun.jna.FromNativeConverter;
import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ToNativeConverter;

import org.jspecify.annotations.NullUnmarked;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * JNA's direct mapping for methods that take and return longs alone. {@code Native.register} first gets ready for
 * arguments of every kind: it reads annotations and fields of a structure, for which the JVM writes classes. In a helper,
 * which only interprets, that is half of the time until it is ready (decision 0020). Both end in one native method.
 * What the call of that needs is in the AOT caches of helpers and the shell; elsewhere it would cost more than it saves.
 */
@NullUnmarked
final class LongBinding {
    /** None; what a new array of conversions is full of. */
    private static final int DEFAULT_CONVERSION = 0;

    private static final MethodType REGISTER =
            MethodType.methodType(
                    long.class,
                    Class.class,
                    String.class,
                    String.class,
                    int[].class,
                    long[].class,
                    long[].class,
                    int.class,
                    long.class,
                    long.class,
                    Method.class,
                    long.class,
                    int.class,
                    boolean.class,
                    ToNativeConverter[].class,
                    FromNativeConverter.class,
                    String.class);

    private LongBinding() {}

    /** A JVM of the launcher's or a helper's, whose AOT cache has been told of this. */
    static boolean isCheap() {
        return Boolean.getBoolean("vsh.long.binding");
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
        // Not by reflection, which asks for all methods of Native: some of them take windows of
        // AWT, which our run time is without.
        MethodHandle register =
                MethodHandles.privateLookupIn(Native.class, MethodHandles.lookup())
                        .findStatic(Native.class, "registerMethod", REGISTER);
        register(register, longType(), owner, method, function);
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

    private static void register(
            MethodHandle register, long type, Class<?> owner, Method method, Function function) {
        int count = method.getParameterCount();
        long[] types = new long[count];
        Arrays.fill(types, type);
        int[] conversions = new int[count];
        try {
            long _ =
                    (long)
                            register.invokeExact(
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
                                    (ToNativeConverter[]) null,
                                    (FromNativeConverter) null,
                                    Native.getDefaultStringEncoding());
        } catch (Throwable e) {
            throw new IllegalStateException("cannot bind " + method, e);
        }
    }
}
