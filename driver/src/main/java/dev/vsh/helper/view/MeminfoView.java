package dev.vsh.helper.view;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /proc/meminfo}: proc_meminfo(5). Only what the kernel counts for a group is in it. */
record MeminfoView(Figures figures) implements View {
    @Override
    public String text() {
        Map<String, Long> host = figures.hostMemory();
        Map<String, Long> details = figures.memoryDetails();
        long hostTotal = host.getOrDefault("MemTotal", 0L) * 1024;
        long total = Math.min(figures.memoryLimit().orElse(hostTotal), hostTotal);
        long used = Math.min(figures.memoryUsed(), total);
        long files = either(details, "total_cache", "file");
        long shared = either(details, "total_shmem", "shmem");
        // What is cached from files can be dropped; what is shared between processes cannot.
        long available = Math.min(total, total - used + Math.max(0, files - shared));
        Swap swap = Swap.of(figures, host);
        long activeAnon = either(details, "total_active_anon", "active_anon");
        long inactiveAnon = either(details, "total_inactive_anon", "inactive_anon");
        long activeFile = either(details, "total_active_file", "active_file");
        long inactiveFile = either(details, "total_inactive_file", "inactive_file");
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("MemTotal", total);
        lines.put("MemFree", total - used);
        lines.put("MemAvailable", available);
        lines.put("Buffers", 0L);
        lines.put("Cached", files);
        lines.put("SwapCached", 0L);
        lines.put("Active", activeAnon + activeFile);
        lines.put("Inactive", inactiveAnon + inactiveFile);
        lines.put("Active(anon)", activeAnon);
        lines.put("Inactive(anon)", inactiveAnon);
        lines.put("Active(file)", activeFile);
        lines.put("Inactive(file)", inactiveFile);
        lines.put("Unevictable", either(details, "total_unevictable", "unevictable"));
        lines.put("Mlocked", 0L);
        lines.put("SwapTotal", swap.total());
        lines.put("SwapFree", swap.total() - swap.used());
        lines.put("Dirty", either(details, "total_dirty", "file_dirty"));
        lines.put("Writeback", either(details, "total_writeback", "file_writeback"));
        lines.put("AnonPages", either(details, "total_rss", "anon"));
        lines.put("Mapped", either(details, "total_mapped_file", "file_mapped"));
        lines.put("Shmem", shared);
        lines.put("Slab", details.getOrDefault("slab", 0L));
        lines.put("SReclaimable", details.getOrDefault("slab_reclaimable", 0L));
        lines.put("SUnreclaim", details.getOrDefault("slab_unreclaimable", 0L));
        lines.put("KernelStack", details.getOrDefault("kernel_stack", 0L));
        lines.put("PageTables", details.getOrDefault("pagetables", 0L));
        StringBuilder text = new StringBuilder();
        lines.forEach((name, bytes) -> line(text, name, bytes / 1024));
        return text.toString();
    }

    /** v1 counts with those below under {@code total_}; v2 always does. */
    private static long either(Map<String, Long> details, String v1, String v2) {
        Long value = details.get(v1);
        return value != null ? value : details.getOrDefault(v2, 0L);
    }

    private static void line(StringBuilder text, String name, long kibibytes) {
        String number = Long.toString(kibibytes);
        text.append(name).append(':');
        text.repeat(" ", Math.max(1, 23 - name.length() - number.length()));
        text.append(number).append(" kB\n");
    }
}
