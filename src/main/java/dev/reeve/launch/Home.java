package dev.reeve.launch;

/**
 * Where pids come from: the same number is another process after a boot, or in another pid namespace.
 *
 * @param boot the kernel's boot id, or what stands in for it
 * @param pidNamespace its name, or "-" on a system that has none
 */
public record Home(String boot, String pidNamespace) {}
