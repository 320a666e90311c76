package org.versionedobjects.benchmarks.database.spring;

import org.springframework.data.annotation.ReadOnlyProperty;

/**
 * A consumer's project or user, as far as the consumer's queries tell of it.
 *
 * @param id its key
 * @param externalId its name elsewhere
 */
public record Owner(Long id, @ReadOnlyProperty String externalId) {}
