package org.versionedobjects.examples.placement;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.SerializationException;

/**
 * Gets or creates a consumer with its project, user and type: whoever does the same at the same time, there is one row of
 * each. Thread-safe.
 */
public final class EnsureConsumer {
    private final PlacementDatabase database;

    /** Makes the service on a database. */
    public EnsureConsumer(PlacementDatabase database) {
        this.database = Objects.requireNonNull(database, "database");
    }

    /**
     * A consumer that is there.
     *
     * @param consumer as its row is, which may have another project, user and type than was asked for
     * @param wanted what was asked for
     */
    public record Ensured(Consumer consumer, Consumer wanted) {
        /** Returns whether this call created it. */
        public boolean isNew() {
            return wanted.isSet(Consumer.ID);
        }
    }

    /**
     * Returns the consumer of a request, created if there is none. In a transaction all of it is part of that; outside
     * of one, each row is there from its creation on.
     *
     * @throws SerializationException in a transaction that does not see a row which another one created
     */
    @SuppressWarnings("NullAway") // which does not see the @Nullable of a type argument
    // tag::ensure[]
    public Ensured ensure(ConsumerRequest request) {
        Consumer wanted = Consumer.TYPE
                .with(Consumer.UUID, request.uuid())
                .with(Consumer.PROJECT, project(request.project()))
                .with(Consumer.USER, user(request.user()))
                .with(Consumer.CONSUMER_TYPE_ID, typeId(request.type()))
                .build();
        return new Ensured(database.consumers().ensure(wanted), wanted);
    }

    private Project project(String externalId) {
        return database.projects()
                .ensure(Project.TYPE.with(Project.EXTERNAL_ID, externalId).build());
    }
    // end::ensure[]

    private User user(String externalId) {
        return database.users()
                .ensure(User.TYPE.with(User.EXTERNAL_ID, externalId).build());
    }

    private @Nullable Long typeId(@Nullable String name) {
        return name == null
                ? null
                : database.consumerTypes()
                        .ensure(ConsumerType.TYPE.with(ConsumerType.NAME, name).build())
                        .get(ConsumerType.ID);
    }
}
