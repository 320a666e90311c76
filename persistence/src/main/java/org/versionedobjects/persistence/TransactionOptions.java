package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;

/**
 * How a store's transactions run.
 *
 * @param isolation what they see of others; null for what the database does by default
 * @param retries how often they run again; null for once
 * @param primary whether reads, too, run on the database itself
 */
record TransactionOptions(
        @Nullable Isolation isolation, @Nullable RetryPolicy retries, boolean primary) {
    static final TransactionOptions DEFAULT = new TransactionOptions(null, null, false);

    TransactionOptions with(Isolation newIsolation) {
        return new TransactionOptions(newIsolation, retries, primary);
    }

    TransactionOptions with(RetryPolicy newRetries) {
        return new TransactionOptions(isolation, newRetries, primary);
    }

    TransactionOptions onPrimary() {
        return new TransactionOptions(isolation, retries, true);
    }
}
