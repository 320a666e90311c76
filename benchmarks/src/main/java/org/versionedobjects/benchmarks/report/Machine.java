package org.versionedobjects.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the figures were measured on; nothing that tells whose it is.
 *
 * @param processor the model and the number of cores
 * @param memory how much there is
 * @param system the operating system
 * @param java the JDK, its garbage collector and the most heap
 */
public record Machine(String processor, String memory, String system, String java) {
    private static final double GIB = 1L << 30;

    /** Returns this machine. */
    public static Machine current() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processorModel() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
                gibibytes(system.getTotalMemorySize()),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "JDK " + Runtime.version() + " (" + System.getProperty("java.vendor") + "), " + collectors()
                        + ", heap up to " + gibibytes(Runtime.getRuntime().maxMemory()));
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(" and "));
    }

    /** Only Linux tells the model where a program can read it. */
    private static String processorModel() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
