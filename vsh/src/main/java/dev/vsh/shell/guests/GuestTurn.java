package dev.vsh.shell.guests;

import dev.vsh.domain.Autostart;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.XmlView;

/** What a domain's document says of its turn. */
final class GuestTurn {
    private GuestTurn() {}

    /** One whose document is damaged has its turn as if it said nothing: its trouble is no other domain's. */
    static Autostart of(Domain domain) {
        try {
            return domain.definition(XmlView.INACTIVE).autostart();
        } catch (DriverException _) {
            return Autostart.DEFAULT;
        }
    }
}
