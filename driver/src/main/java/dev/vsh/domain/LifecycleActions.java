package dev.vsh.domain;

/** {@code <on_poweroff>}, {@code <on_reboot>}, {@code <on_crash>}, each in libvirt's words. */
public record LifecycleActions(String onPoweroff, String onReboot, String onCrash) {
    public static final LifecycleActions DEFAULT =
            new LifecycleActions("destroy", "restart", "destroy");

    /** The same with another action for one event. */
    public LifecycleActions with(LifecycleEvent event, String action) {
        return switch (event) {
            case POWEROFF -> new LifecycleActions(action, onReboot, onCrash);
            case REBOOT -> new LifecycleActions(onPoweroff, action, onCrash);
            case CRASH -> new LifecycleActions(onPoweroff, onReboot, action);
        };
    }
}
