package dev.vsh.domain.xml;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.FilesystemSource;
import dev.vsh.schema.FilesystemSourceXml;
import dev.vsh.schema.FilesystemTypeXml;
import dev.vsh.schema.FilesystemXml;

import java.util.List;
import java.util.Optional;

/** {@code <filesystem type=…><source/>}: which attribute says what depends on the type. */
final class FilesystemSourceBinding {
    private FilesystemSourceBinding() {}

    static FilesystemTypeXml type(FilesystemXml xml) {
        return Optional.ofNullable(xml.getType()).orElse(FilesystemTypeXml.MOUNT);
    }

    /** The attributes that the source must have. */
    static List<String> required(FilesystemTypeXml type) {
        return switch (type) {
            case MOUNT, BIND -> List.of("dir");
            case FILE -> List.of("file");
            case BLOCK -> List.of("dev");
            case RAM -> List.of("usage");
            case TEMPLATE -> List.of("name");
            case VOLUME -> List.of("pool", "volume");
        };
    }

    static FilesystemSource source(FilesystemXml xml) {
        FilesystemSourceXml source = Single.of(xml.getSource()).orElseThrow();
        return switch (type(xml)) {
            case MOUNT -> new FilesystemSource.Mount(source.getDir());
            case BIND -> new FilesystemSource.Bind(source.getDir());
            case FILE -> new FilesystemSource.File(source.getFile());
            case BLOCK -> new FilesystemSource.Block(source.getDev());
            case RAM -> new FilesystemSource.Ram(usage(source));
            case TEMPLATE -> new FilesystemSource.Template(source.getName());
            case VOLUME -> new FilesystemSource.Volume(source.getPool(), source.getVolume());
        };
    }

    /**
     * @throws ArithmeticException if there are more bytes than a long can count
     */
    static ByteSize usage(FilesystemSourceXml source) {
        String unit = Optional.ofNullable(source.getUnits()).orElse("KiB");
        ByteSize size = ByteSize.of(source.getUsage(), unit);
        return ByteSize.ofKibibytes(size.toKibibytes());
    }

    static void write(FilesystemSource source, FilesystemXml filesystem) {
        var xml = new FilesystemSourceXml();
        filesystem.getSource().add(xml);
        filesystem.setType(
                switch (source) {
                    case FilesystemSource.Mount(String directory) -> {
                        xml.setDir(directory);
                        yield FilesystemTypeXml.MOUNT;
                    }
                    case FilesystemSource.Bind(String directory) -> {
                        xml.setDir(directory);
                        yield FilesystemTypeXml.BIND;
                    }
                    case FilesystemSource.File(String path) -> {
                        xml.setFile(path);
                        yield FilesystemTypeXml.FILE;
                    }
                    case FilesystemSource.Block(String device) -> {
                        xml.setDev(device);
                        yield FilesystemTypeXml.BLOCK;
                    }
                    case FilesystemSource.Ram(ByteSize usage) -> {
                        xml.setUsage(usage.toKibibytes());
                        xml.setUnits("KiB");
                        yield FilesystemTypeXml.RAM;
                    }
                    case FilesystemSource.Template(String name) -> {
                        xml.setName(name);
                        yield FilesystemTypeXml.TEMPLATE;
                    }
                    case FilesystemSource.Volume(String pool, String volume) -> {
                        xml.setPool(pool);
                        xml.setVolume(volume);
                        yield FilesystemTypeXml.VOLUME;
                    }
                });
    }
}
