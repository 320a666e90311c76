package org.versionedobjects.persistence.migration;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how far migrations are: every few seconds, and when one ends. */
final class LogProgress implements ProgressListener {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);

    private final boolean dry;
    private final Consumer<String> log;
    private final Every everyFewSeconds;

    LogProgress(boolean dry) {
        this(dry, LOG::info, System::nanoTime);
    }

    LogProgress(boolean dry, Consumer<String> log, LongSupplier nanoTime) {
        this.dry = dry;
        this.log = log;
        this.everyFewSeconds = Every.fewSeconds(nanoTime);
    }

    @Override
    public void progressed(Progress progress) {
        if (everyFewSeconds.isDue() || progress.ended()) {
            log.accept((dry ? "dry run: " : "") + ProgressText.of(progress));
        }
    }
}
