package dev.vsh.driver.lxc;

import dev.vsh.driver.Connection;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.DriverProvider;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.Folders;

import java.net.URI;
import java.nio.file.Path;

/** Answers to {@code lxc:///}, {@code lxc:///system} and {@code lxc:///embed?root=DIR}. */
public final class LxcDriverProvider implements DriverProvider {
    private static final String ROOT = "root=";

    @Override
    public String scheme() {
        return "lxc";
    }

    @Override
    public Connection open(URI uri, boolean readOnly) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        return switch (path) {
            case "", "/", "/system" ->
                    new LxcConnection("lxc:///system", Folders.system(), readOnly);
            case "/embed" -> {
                Path root = embedRoot(uri);
                yield new LxcConnection("lxc:///embed?root=" + root, Folders.below(root), readOnly);
            }
            default ->
                    throw new DriverException(
                            ErrorCode.INTERNAL_ERROR,
                            "Unexpected LXC URI path '" + path + "', try lxc:///system");
        };
    }

    private static Path embedRoot(URI uri) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        if (!query.startsWith(ROOT) || query.length() == ROOT.length()) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG,
                    "URI '" + uri + "' needs a folder: lxc:///embed?root=/absolute/folder");
        }
        Path root = Path.of(query.substring(ROOT.length()));
        if (!root.isAbsolute()) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG,
                    "folder '" + root + "' in URI '" + uri + "' must be absolute");
        }
        return root.normalize();
    }
}
