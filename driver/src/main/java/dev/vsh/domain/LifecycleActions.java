package dev.vsh.domain;

/** {@code <on_poweroff>}, {@code <on_reboot>}, {@code <on_crash>}, each in libvirt's words. */
public record LifecycleActions(String onPoweroff, String onReboot, String onCrash) {
    public static final LifecycleActions DEFAULT =
            new LifecycleActions("destroy", "restart", "destroy");
}
