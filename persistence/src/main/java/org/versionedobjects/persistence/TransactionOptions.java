package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;

/**
 * How a store's transactions run.
 *
 * @param isolation what they see of others; null for what the database does by default
 * @param retries how often they run again; null for once
 */
record TransactionOptions(
        @Nullable Isolation isolation, @Nullable RetryPolicy retries) {
    static final TransactionOptions DEFAULT = new TransactionOptions(null, null);

    TransactionOptions with(Isolation newIsolation) {
        return new TransactionOptions(newIsolation, retries);
    }

    TransactionOptions with(RetryPolicy newRetries) {
        return new TransactionOptions(isolation, newRetries);
    }
}
