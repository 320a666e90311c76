package org.versionedobjects.persistence.migration;

import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how far migrations are: every few seconds, and when one ends. */
final class LogProgress implements ProgressListener {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);

    private final boolean dry;
    private final Every everyFewSeconds;

    LogProgress(boolean dry) {
        this(dry, System::nanoTime);
    }

    LogProgress(boolean dry, LongSupplier nanoTime) {
        this.dry = dry;
        this.everyFewSeconds = Every.fewSeconds(nanoTime);
    }

    @Override
    public void progressed(Progress progress) {
        if (everyFewSeconds.isDue() || progress.ended()) {
            LOG.info("{}{}", dry ? "dry run: " : "", ProgressText.of(progress));
        }
    }
}
