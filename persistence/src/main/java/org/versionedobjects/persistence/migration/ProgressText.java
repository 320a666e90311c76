package org.versionedobjects.persistence.migration;

import java.util.Locale;

/** Progress in words and as a bar. */
final class ProgressText {
    private static final int BAR_WIDTH = 24;
    private static final int PERCENT = 100;

    private ProgressText() {}

    /** Returns a line: {@code machines-disks: 1,000 of 20,000 rows, 31 done, 1 left}. */
    static String of(Progress progress) {
        return progress.migration().name() + ": " + (progress.ended() ? "ended, " : "") + numbers(progress);
    }

    /** Returns a bar, or only the numbers where the total is not known. */
    static String bar(Progress progress) {
        String name = progress.migration().name();
        if (progress.total().isEmpty()) {
            return name + " " + numbers(progress);
        }
        long total = progress.total().getAsLong();
        double part = total == 0 ? 1 : Math.min(1, (double) progress.seen() / total);
        int full = (int) (part * BAR_WIDTH);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %d%% %s",
                name,
                "#".repeat(full),
                ".".repeat(BAR_WIDTH - full),
                (int) (part * PERCENT),
                numbers(progress));
    }

    private static String numbers(Progress progress) {
        StringBuilder text = new StringBuilder(count(progress.seen()));
        progress.total().ifPresent(total -> text.append(" of ").append(count(total)));
        text.append(" rows, ").append(count(progress.done())).append(" done");
        if (progress.left() > 0) {
            text.append(", ").append(count(progress.left())).append(" left");
        }
        if (progress.failed() > 0) {
            text.append(", ").append(count(progress.failed())).append(" failed");
        }
        return text.toString();
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
