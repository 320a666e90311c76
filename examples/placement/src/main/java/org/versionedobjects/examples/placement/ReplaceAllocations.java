package org.versionedobjects.examples.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.examples.placement.EnsureConsumer.Ensured;
import org.versionedobjects.persistence.ConcurrentUpdateConflict;
import org.versionedobjects.persistence.Conflict;
import org.versionedobjects.persistence.GoneConflict;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.RetryPolicy;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.StoreException;
import org.versionedobjects.persistence.TransactionRefusedException;

/**
 * Replaces all that a consumer uses: all or nothing, and never more than there is. Thread-safe.
 *
 * <p>What placement stands on is the order inside the transaction. The generation of the consumer moves first, then those
 * of all providers concerned, by their ids. A generation that moves is the one that was read, so whatever was read
 * before is still true; and its row is locked, so it stays true until the end. Only then is counted what is used. Who
 * finds a provider's generation moved runs again from the very start, in a transaction that sees the new state.
 */
public final class ReplaceAllocations {
    private final PlacementDatabase database;
    private final Store store;
    private final Repository<Consumer> consumers;
    private final EnsureConsumer ensureConsumer;
    private final CapacityCheck capacity;

    /** Makes the service on a database, with twelve runs at most. */
    public ReplaceAllocations(PlacementDatabase database) {
        this(database, RetryPolicy.standard());
    }

    /** Makes the service on a database. */
    public ReplaceAllocations(PlacementDatabase database, RetryPolicy retries) {
        this.database = database;
        // tag::retries[]
        this.store = database.store().retrying(retries.alsoConcurrentUpdates());
        this.consumers = database.consumers().translating(ReplaceAllocations::ofConsumer);
        // end::retries[]
        this.ensureConsumer = new EnsureConsumer(database);
        this.capacity = new CapacityCheck(database);
    }

    /** A consumer that others changed is for the caller to look at again, not for another run. */
    private static RuntimeException ofConsumer(Conflict conflict) {
        Consumer consumer = conflict.object(Consumer.TYPE).orElseThrow();
        if (conflict instanceof ConcurrentUpdateConflict update) {
            return new ConsumerGenerationConflict(
                    consumer.uuid(), consumer.generation(), boxed(update.foundGeneration()));
        }
        return conflict instanceof GoneConflict
                ? new ConsumerGenerationConflict(consumer.uuid(), consumer.generation(), null)
                : conflict;
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    // tag::replace[]
    /**
     * Replaces the allocations of a consumer, its project, user and type with them.
     *
     * @param expectedGeneration the generation that the caller has seen; null if the consumer must be new
     * @param wanted amounts by resource class, by resource provider; none to give all back
     * @return the consumer with its new generation; empty if it uses nothing, and so is gone
     * @throws ConsumerGenerationConflict if the consumer is not what the caller expects
     * @throws AllocationRefused if a provider does not give what is wanted
     * @throws UnknownNameException if there is no such provider or class
     * @throws StoreException if others were in the way in every run
     * @throws TransactionRefusedException inside a transaction: only the whole of that could run again
     */
    public Optional<Consumer> replace(
            ConsumerRequest request, @Nullable Long expectedGeneration, Map<UUID, Map<String, Long>> wanted) {
        return store.write(() -> {
            Consumer consumer = expected(request, expectedGeneration); // <1>
            List<Demand> demands = demands(wanted);
            if (demands.isEmpty()) { // <2>
                consumers.delete(consumer);
            } else if (consumer.hasChanges()) {
                consumers.save(consumer);
            } else {
                consumers.touch(consumer);
            }
            List<Allocation> before = database.queries().allocationsOf(request.uuid(), database.allocations());
            concerned(demands, before).forEach(database.resourceProviders()::touch); // <3>
            before.forEach(database.allocations()::delete);
            demands.forEach(demand -> capacity.check(demand, amount(before, demand))); // <4>
            demands.forEach(demand -> create(request.uuid(), demand));
            return demands.isEmpty() ? Optional.empty() : Optional.of(consumer);
        });
    }
    // end::replace[]

    /** Returns the consumer in the state that the caller has seen, with what the caller wants to change. */
    private Consumer expected(ConsumerRequest request, @Nullable Long expected) {
        Ensured ensured = ensureConsumer.ensure(request);
        Consumer consumer = ensured.consumer();
        Long found = ensured.isNew() ? null : consumer.generation();
        if (!Objects.equals(expected, found)) {
            throw new ConsumerGenerationConflict(request.uuid(), expected, found);
        }
        takeOver(ensured.wanted(), consumer);
        return consumer;
    }

    /** Has a consumer belong to whom the caller says; a type that is not known changes nothing. */
    private static void takeOver(Consumer wanted, Consumer consumer) {
        Project project = wanted.get(Consumer.PROJECT);
        if (!project.get(Project.ID).equals(consumer.get(Consumer.PROJECT).get(Project.ID))) {
            consumer.set(Consumer.PROJECT, project);
        }
        User user = wanted.get(Consumer.USER);
        if (!user.get(User.ID).equals(consumer.get(Consumer.USER).get(User.ID))) {
            consumer.set(Consumer.USER, user);
        }
        wanted.find(Consumer.CONSUMER_TYPE_ID).ifPresent(type -> consumer.set(Consumer.CONSUMER_TYPE_ID, type));
    }

    private List<Demand> demands(Map<UUID, Map<String, Long>> wanted) {
        List<Demand> demands = new ArrayList<>();
        wanted.forEach((uuid, amounts) -> {
            ResourceProvider provider = database.resourceProviders()
                    .find(ResourceProvider.UUID, uuid)
                    .orElseThrow(() -> new UnknownNameException("resource provider", uuid));
            amounts.forEach((name, amount) -> demands.add(new Demand(provider, resourceClass(name), amount)));
        });
        return demands;
    }

    private ResourceClass resourceClass(String name) {
        return database.resourceClasses()
                .find(ResourceClass.NAME, name)
                .orElseThrow(() -> new UnknownNameException("resource class", name));
    }

    /** Returns the providers of what is wanted and of what is given back, each once, by their ids. */
    private static List<ResourceProvider> concerned(List<Demand> demands, List<Allocation> before) {
        Map<Long, ResourceProvider> byId = new TreeMap<>();
        before.forEach(allocation -> byId.put(allocation.provider().id(), allocation.provider()));
        demands.forEach(demand -> byId.put(demand.provider().id(), demand.provider()));
        return List.copyOf(byId.values());
    }

    private static long amount(List<Allocation> before, Demand demand) {
        return before.stream().filter(demand::isFor).mapToLong(Allocation::used).sum();
    }

    private void create(UUID consumer, Demand demand) {
        database.allocations()
                .create(Allocation.TYPE
                        .with(Allocation.CONSUMER_UUID, consumer)
                        .with(Allocation.RESOURCE_PROVIDER, demand.provider())
                        .with(Allocation.RESOURCE_CLASS, demand.resourceClass())
                        .with(Allocation.USED, demand.amount())
                        .build());
    }
}
