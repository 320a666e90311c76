package org.versionedobjects.benchmarks.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.examples.quickstart.Consumer;
import org.versionedobjects.examples.quickstart.Project;
import org.versionedobjects.examples.quickstart.User;
import org.versionedobjects.json.ObjectCodec;

/** The library. */
final class LibraryWay implements JsonWay<Consumer, ObjectList<Consumer>> {
    static final String NAME = "Versioned Objects";

    private static final ObjectType<ObjectList<Consumer>> LIST =
            ObjectType.listOf("placement", "ConsumerList", Consumer.class);

    private final ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Consumer.TYPE, Project.TYPE, User.TYPE, LIST));
    private final ObjectCodec oldPeer =
            codec.forPeer(VersionManifest.parse(Map.of("Consumer", "1.0", "Project", "1.0", "User", "1.0")));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Consumer consumer(ConsumerFacts facts) {
        Consumer consumer = new Consumer();
        StateAccess.load(consumer, Consumer.ID, facts.id());
        consumer.set(Consumer.UUID, facts.uuid());
        consumer.set(
                Consumer.PROJECT,
                Project.TYPE
                        .with(Project.ID, facts.projectId())
                        .with(Project.EXTERNAL_ID, facts.projectExternalId())
                        .build());
        consumer.set(
                Consumer.USER,
                User.TYPE
                        .with(User.ID, facts.userId())
                        .with(User.EXTERNAL_ID, facts.userExternalId())
                        .build());
        consumer.set(Consumer.GENERATION, facts.generation());
        consumer.set(Consumer.CONSUMER_TYPE_ID, facts.consumerTypeId());
        consumer.set(Consumer.CREATED_AT, facts.createdAt());
        consumer.set(Consumer.UPDATED_AT, facts.updatedAt());
        consumer.resetChangesDeep();
        return consumer;
    }

    @Override
    public ConsumerFacts facts(Consumer consumer) {
        Project project = consumer.get(Consumer.PROJECT);
        User user = consumer.get(Consumer.USER);
        return new ConsumerFacts(
                consumer.get(Consumer.ID),
                consumer.uuid(),
                project.get(Project.ID),
                project.get(Project.EXTERNAL_ID),
                user.get(User.ID),
                user.get(User.EXTERNAL_ID),
                consumer.generation(),
                consumer.find(Consumer.CONSUMER_TYPE_ID).orElse(0L),
                Objects.requireNonNull(consumer.get(Consumer.CREATED_AT)),
                Objects.requireNonNull(consumer.get(Consumer.UPDATED_AT)));
    }

    @Override
    public ObjectList<Consumer> list(List<Consumer> consumers) {
        ObjectList<Consumer> list = LIST.newObject();
        list.set(list.objects(), consumers);
        list.resetChangesDeep();
        return list;
    }

    @Override
    public List<Consumer> elements(ObjectList<Consumer> list) {
        return list.asList();
    }

    @Override
    public byte[] write(Consumer consumer) {
        return codec.toBytes(consumer);
    }

    @Override
    public Consumer read(byte[] json) {
        return codec.fromBytes(Consumer.TYPE, json);
    }

    @Override
    public byte[] writeList(ObjectList<Consumer> list) {
        return codec.toBytes(list);
    }

    @Override
    public ObjectList<Consumer> readList(byte[] json) {
        return codec.fromBytes(LIST, json);
    }

    @Override
    public byte[] writeOld(Consumer consumer) {
        return oldPeer.toBytes(consumer);
    }
}
