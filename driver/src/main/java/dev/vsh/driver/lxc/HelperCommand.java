package dev.vsh.driver.lxc;

import dev.vsh.helper.protocol.HelperProperty;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.CodeLocation;
import dev.vsh.linux.Syscalls;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line of a helper.
 *
 * @param options of the JVM, besides those that every helper gets
 */
record HelperCommand(List<String> options) {
    /** What keeps a JVM small and free of threads that could be in the way of a clone: decision 0001. */
    private static final List<String> FLAGS =
            List.of(
                    "-Xint",
                    "-XX:+UseSerialGC",
                    // With less the JVM cannot take in the objects of an AOT cache, and ends.
                    "-Xms8m",
                    "-Xmx16m",
                    "-Xss256k",
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-MaxFDLimit",
                    // Where it is mapped to the same place in every helper, they share its pages.
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    // The JVM writes all of these tables when it makes them: 0.7 MiB less. What the
                    // AOT cache has is in a table of its own.
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:StringTableSize=1024",
                    "-XX:SymbolTableSize=1024",
                    // Each thread touches so much of its stack ahead; our native code needs less.
                    "-XX:StackShadowPages=10",
                    // Profiles are for compilers; a thread that reads them is one too many.
                    "-XX:-AOTReplayTraining",
                    // Or a thread looks four times a second whether there are monitors to let go
                    // of.
                    "-XX:AsyncDeflationInterval=0",
                    // Or one looks every second for freed handles, in a helper that frees none.
                    "-XX:ServiceThreadCleanupInterval=0",
                    // Stdout is for the report; and a cache of another JDK is passed over in
                    // silence.
                    "-XX:+DisplayVMOutputToStderr",
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "-Xlog:aot*=off:stderr",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dvsh.long.binding=true",
                    "-Djava.util.logging.manager=dev.vsh.linux.NoLogging",
                    "-Djna.nosys=true",
                    // Where it is not set, JNA runs ldconfig, and the JVM starts a thread to wait
                    // for that.
                    "-Djna.platform.library.path=/usr/lib");

    HelperCommand {
        options = List.copyOf(options);
    }

    /** With the AOT cache of this installation, if it has one: decision 0004. */
    static HelperCommand ofInstallation() {
        return new HelperCommand(
                HelperCache.of(jars()).map(cache -> "-XX:AOTCache=" + cache).stream().toList());
    }

    /** A helper that leaves an AOT cache when it ends, without machine code in it, as processors differ. */
    static HelperCommand training(Path cache) {
        return new HelperCommand(
                List.of(
                        "-XX:AOTCacheOutput=" + cache,
                        "-XX:-AOTAdapterCaching",
                        "-D" + HelperProperty.ORDERLY_END + "=true"));
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.addAll(options);
        String unpacked = System.getProperty("jna.boot.library.path", "");
        if (!unpacked.isEmpty() && Files.isDirectory(Path.of(unpacked))) {
            words.add("-Djna.boot.library.path=" + unpacked);
            words.add("-Djna.nounpack=true");
        }
        words.add("-cp");
        words.add(
                jars().stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        words.add("dev.vsh.helper.Main");
        return words;
    }

    /** This project's driver and JNA, wherever they are. */
    private static List<Path> jars() {
        return List.of(CodeLocation.of(LaunchRequest.class), Syscalls.jnaLocation());
    }
}
