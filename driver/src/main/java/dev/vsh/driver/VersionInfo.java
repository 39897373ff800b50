package dev.vsh.driver;

/**
 * @param library version of this product
 * @param api name of the driver: LXC or TEST
 * @param hypervisor what runs the domains, with its version: the kernel's release for LXC
 */
public record VersionInfo(String library, String api, String hypervisor) {}
