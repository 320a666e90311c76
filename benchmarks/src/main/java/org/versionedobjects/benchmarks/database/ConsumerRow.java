package org.versionedobjects.benchmarks.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What every contender's consumer holds: made of these, and compared by these.
 *
 * @param id 0 if it is not known yet
 * @param createdAt null if it is not set yet
 * @param updatedAt null if the row was never changed
 */
record ConsumerRow(
        long id,
        UUID uuid,
        long projectId,
        String projectExternalId,
        long userId,
        String userExternalId,
        long generation,
        long consumerTypeId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {
    private static final List<String> PROJECTS = externalIds("0a5d3c7e4b1f4d2a9c8e7f6a5b4c", 50);
    private static final List<String> USERS = externalIds("f1e2d3c4b5a69788776655443322", 70);

    /** Spreads numbers over all 64 bits, as random UUIDs are. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** Returns the external ids of the projects there are, by id, from 1 on. */
    static List<String> projects() {
        return PROJECTS;
    }

    /** Returns the external ids of the users there are, by id, from 1 on. */
    static List<String> users() {
        return USERS;
    }

    private static List<String> externalIds(String start, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> start + Integer.toHexString(0x1000 + index))
                .toList();
    }

    /** Returns a row that differs from those of other numbers, without what is set when it is inserted. */
    static ConsumerRow numbered(long number) {
        int project = (int) (number % PROJECTS.size());
        int user = (int) (number % USERS.size());
        return new ConsumerRow(
                0,
                new UUID(number * SPREAD, ~number * SPREAD),
                project + 1,
                PROJECTS.get(project),
                user + 1,
                USERS.get(user),
                0,
                1,
                null,
                null);
    }

    /** Returns what an object holds that has values as the columns do. */
    static ConsumerRow ofColumns(
            @Nullable Long id,
            UUID uuid,
            long projectId,
            String projectExternalId,
            long userId,
            String userExternalId,
            @Nullable Long generation,
            long consumerTypeId,
            @Nullable LocalDateTime createdAt,
            @Nullable LocalDateTime updatedAt) {
        return new ConsumerRow(
                id == null ? 0 : id,
                uuid,
                projectId,
                projectExternalId,
                userId,
                userExternalId,
                generation == null ? 0 : generation,
                consumerTypeId,
                instant(createdAt),
                instant(updatedAt));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
