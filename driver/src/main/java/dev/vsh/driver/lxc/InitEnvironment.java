package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The environment of a container's init: libvirt's, which systemd, cloud-init and others look for. What the document
 * says comes last and wins.
 */
final class InitEnvironment {
    private InitEnvironment() {}

    /**
     * {@code NAME=value}, each name once.
     *
     * @param timeZone what {@code TZ} is to be
     */
    static List<String> of(DomainDefinition domain, Optional<String> timeZone) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        variables.put("TERM", "linux");
        // systemd's detect-virt and its kin know this word, not the "libvirt-lxc" of libvirt's
        // documentation.
        variables.put("container", "lxc-libvirt");
        variables.put("HOME", "/");
        timeZone.ifPresent(rule -> variables.put("TZ", rule));
        variables.put("container_uuid", domain.uuid().toString());
        int consoles = domain.devices().consoles().size();
        if (consoles > 1) {
            variables.put(
                    "container_ttys",
                    IntStream.range(1, consoles)
                            .mapToObj(n -> "pts/" + n)
                            .collect(Collectors.joining(" ")));
        }
        variables.put("LIBVIRT_LXC_UUID", domain.uuid().toString());
        variables.put("LIBVIRT_LXC_NAME", domain.name());
        domain.init().commandLine().ifPresent(line -> variables.put("LIBVIRT_LXC_CMDLINE", line));
        for (Init.EnvironmentVariable variable : domain.init().environment()) {
            variables.put(variable.name(), variable.value());
        }
        List<String> environment = new ArrayList<>();
        variables.forEach((name, value) -> environment.add(name + "=" + value));
        return environment;
    }
}
