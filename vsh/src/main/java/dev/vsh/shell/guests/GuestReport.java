package dev.vsh.shell.guests;

import dev.vsh.driver.DriverException;

/** Hears what becomes of each domain; called by one thread. */
public interface GuestReport {
    void done(String domain);

    void failed(String domain, DriverException reason);
}
