package dev.vsh.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a loss of power makes of a file. */
enum Damage {
    EMPTY {
        @Override
        void to(Path file) throws IOException {
            Files.write(file, new byte[0]);
        }
    },
    BEGINNING {
        @Override
        void to(Path file) throws IOException {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
        }
    },
    HALF {
        @Override
        void to(Path file) throws IOException {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        }
    },
    ALL_BUT_THE_END {
        @Override
        void to(Path file) throws IOException {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - 3));
        }
    },
    ZEROS {
        @Override
        void to(Path file) throws IOException {
            Files.write(file, new byte[(int) Files.size(file)]);
        }
    },
    GARBAGE {
        @Override
        void to(Path file) throws IOException {
            byte[] bytes = new byte[300];
            Arrays.fill(bytes, (byte) 0xfe);
            Files.write(file, bytes);
        }
    },
    FOLDER {
        @Override
        void to(Path file) throws IOException {
            Files.delete(file);
            Files.createDirectory(file);
        }
    };

    abstract void to(Path file) throws IOException;
}
