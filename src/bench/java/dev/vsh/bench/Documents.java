package dev.vsh.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** Documents of containers that sleep. */
record Documents(Path root) {
    private static final String PLAIN = "<init>/bin/sleep</init><initarg>100000</initarg>";

    String of(String name) {
        return of(name, PLAIN, "");
    }

    /** What a user would write who has much to say: so many lines more. */
    String withMetadata(String name, int lines) {
        return of(
                name,
                PLAIN,
                "<metadata><site:notes xmlns:site='http://example.org/site'>\n"
                        + "<site:note kind='line'>a line of text</site:note>\n".repeat(lines)
                        + "</site:notes></metadata>");
    }

    String withFilesystems(String name, int lines) {
        StringBuilder filesystems = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            filesystems.append(
                    "<filesystem><source dir='/srv/%1$d'/><target dir='/mnt/%1$d'/></filesystem>\n"
                            .formatted(i));
        }
        return of(name, PLAIN, "").replace("<console", filesystems + "<console");
    }

    /** The same container for those that take a config.json. */
    String bundle() {
        return """
        {"ociVersion": "1.0.2",
         "process": {"user": {"uid": 0, "gid": 0}, "cwd": "/", "args": ["/bin/sleep", "100000"],
           "env": ["PATH=/bin"]},
         "root": {"path": "%s"},
         "mounts": [
           {"destination": "/proc", "type": "proc", "source": "proc"},
           {"destination": "/dev", "type": "tmpfs", "source": "tmpfs", "options": ["mode=755"]},
           {"destination": "/dev/pts", "type": "devpts", "source": "devpts",
            "options": ["newinstance", "ptmxmode=0666"]},
           {"destination": "/sys", "type": "sysfs", "source": "sysfs", "options": ["ro"]}],
         "linux": {"resources": {"memory": {"limit": 67108864}},
           "namespaces": [{"type": "pid"}, {"type": "network"}, {"type": "ipc"}, {"type": "uts"},
             {"type": "mount"}, {"type": "cgroup"}]}}
        """
                .formatted(root);
    }

    /** One that prints so many MiB on its console once a line was typed there. */
    String printing(String name, long mib) {
        return of(
                name,
                "<init>/bin/sh</init><initarg>-c</initarg><initarg>stty raw; read go; dd if=/dev/zero bs=64k count="
                        + mib * 16
                        + " 2>/dev/null; echo; echo printed-all; exec sleep 100000</initarg>",
                "");
    }

    private String of(String name, String init, String more) {
        return """
        <domain type='lxc'>
          <name>%s</name>
          <uuid>%s</uuid>
          <memory unit='MiB'>64</memory>
          <vcpu>1</vcpu>
          %s
          <os><type>exe</type>%s</os>
          <features><privnet/></features>
          <devices>
            <filesystem type='mount'><source dir='%s'/><target dir='/'/></filesystem>
            <console type='pty'/>
          </devices>
        </domain>
        """
                .formatted(name, uuid(name), more, init, root);
    }

    /** Always the same, so that a domain can be defined again. */
    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
