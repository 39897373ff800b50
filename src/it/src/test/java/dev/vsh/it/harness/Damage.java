package dev.vsh.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What becomes of a file when power is lost, or of what is in its place when the file system has been repaired. */
public enum Damage {
    EMPTY {
        @Override
        public void to(Path file) throws IOException {
            Files.write(file, new byte[0]);
        }
    },
    BEGINNING {
        @Override
        public void to(Path file) throws IOException {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
        }
    },
    HALF {
        @Override
        public void to(Path file) throws IOException {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        }
    },
    ALL_BUT_THE_END {
        @Override
        public void to(Path file) throws IOException {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - 3));
        }
    },
    ZEROS {
        @Override
        public void to(Path file) throws IOException {
            Files.write(file, new byte[(int) Files.size(file)]);
        }
    },
    GARBAGE {
        @Override
        public void to(Path file) throws IOException {
            byte[] bytes = new byte[300];
            Arrays.fill(bytes, (byte) 0xfe);
            Files.write(file, bytes);
        }
    },
    FOLDER {
        @Override
        public void to(Path file) throws IOException {
            Files.delete(file);
            Files.createDirectory(file);
        }
    };

    public abstract void to(Path file) throws IOException;
}
