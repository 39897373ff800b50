package dev.vsh.domain.xml;

import dev.vsh.domain.OpaqueElement;

import java.util.List;

/** {@code <alias>}: a device's name. Users' begin with {@code ua-}; others are made at each start and not kept. */
final class Aliases {
    private static final String USERS = "ua-";

    private Aliases() {}

    static boolean isUsers(String name) {
        return name.startsWith(USERS);
    }

    static List<OpaqueElement> onlyUsers(List<OpaqueElement> elements) {
        return elements.stream()
                .filter(element -> !element.path().endsWith("/alias") || isUsersXml(element.xml()))
                .toList();
    }

    private static boolean isUsersXml(String xml) {
        return Fragment.parse(xml).attributes().stream()
                .anyMatch(
                        attribute -> attribute.name().equals("name") && isUsers(attribute.value()));
    }
}
