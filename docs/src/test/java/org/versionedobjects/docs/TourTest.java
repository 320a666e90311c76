package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Changes;
import org.versionedobjects.InvalidDefinitionException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.UnsetFieldException;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.docs.Models.Consumer;
import org.versionedobjects.docs.Models.Project;
import org.versionedobjects.json.Limits;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

/** The tour's blocks on objects and their JSON. */
class TourTest {
    private static final UUID ID = UUID.fromString("8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10");

    private static Consumer consumer() {
        Consumer consumer = Consumer.TYPE
                .with(Consumer.UUID, ID)
                .with(
                        Consumer.PROJECT,
                        Project.TYPE.with(Project.EXTERNAL_ID, "acme").build())
                .with(Consumer.TAGS, List.of("blue"))
                .with(Consumer.CONSUMER_TYPE_ID, 1L)
                .build();
        consumer.resetChangesDeep();
        return consumer;
    }

    @Test
    void make() {
        // tag::make[]
        Project acme = Project.TYPE.with(Project.EXTERNAL_ID, "acme").build();
        Consumer consumer = Consumer.TYPE
                .with(Consumer.UUID, UUID.randomUUID())
                .with(Consumer.PROJECT, acme)
                .build();
        // end::make[]

        assertThat(consumer.get(Consumer.PROJECT)).isSameAs(acme);
        assertThat(consumer.hasChanges()).isTrue();
    }

    @Test
    void unset() {
        Consumer consumer = new Consumer();
        // tag::unset[]
        consumer.isSet(Consumer.CONSUMER_TYPE_ID); // false: nobody said anything about it
        consumer.find(Consumer.CONSUMER_TYPE_ID); // empty, as for null
        consumer.getOr(Consumer.CONSUMER_TYPE_ID, 7L); // 7, for unset only
        consumer.set(Consumer.CONSUMER_TYPE_ID, null); // null is a value: "none"
        // end::unset[]

        assertThat(new Consumer().find(Consumer.CONSUMER_TYPE_ID)).isEmpty();
        assertThat(new Consumer().getOr(Consumer.CONSUMER_TYPE_ID, 7L)).isEqualTo(7);
        assertThat(consumer.getOr(Consumer.CONSUMER_TYPE_ID, 7L)).isNull();
        assertThatThrownBy(() -> new Consumer().get(Consumer.UUID))
                .isInstanceOf(UnsetFieldException.class)
                .hasMessage("[UnsetField] placement.Consumer 1.1 at uuid: the field is not set; loaded: nothing");
    }

    @Test
    void changes() {
        Consumer consumer = consumer();
        // tag::changes[]
        consumer.edit(Consumer.TAGS, tags -> tags.add("green"));
        consumer.set(Consumer.CONSUMER_TYPE_ID, 2L);
        consumer.set(Consumer.CONSUMER_TYPE_ID, 1L); // back to what it was: no change

        Changes changes = consumer.changes();
        changes.fields(); // [tags]
        changes.before().get(Consumer.TAGS); // [blue]
        changes.after().get(Consumer.TAGS); // [blue, green]

        consumer.revert();
        // end::changes[]

        assertThat(changes.fields()).containsExactly(Consumer.TAGS);
        assertThat(changes.before().get(Consumer.TAGS)).containsExactly("blue");
        assertThat(changes.after().get(Consumer.TAGS)).containsExactly("blue", "green");
        assertThat(consumer.hasChanges()).isFalse();
    }

    @Test
    void nested() {
        Consumer consumer = consumer();
        // tag::nested[]
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "acme-2");

        consumer.isChanged(Consumer.PROJECT); // true: the change inside shows outside
        consumer.resetChanges(); // this object's own fields only
        consumer.resetChangesDeep(); // and everything in it
        // end::nested[]

        assertThat(consumer.hasChanges()).isFalse();
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "acme-3");
        consumer.resetChanges();
        assertThat(consumer.isChanged(Consumer.PROJECT)).isTrue();
    }

    @Test
    void untyped() {
        Consumer consumer = consumer();
        // tag::untyped[]
        consumer.setFrom(Consumer.TYPE.field("consumer_type_id"), "42"); // 42; "1.9" would be refused
        // end::untyped[]

        assertThat(consumer.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(42);
        InvalidValueException e = catchThrowableOfType(
                InvalidValueException.class, () -> consumer.setFrom(Consumer.CONSUMER_TYPE_ID, "1.9"));
        assertThat(e)
                .hasMessage("[InvalidValue] placement.Consumer 1.1 at consumer_type_id:"
                        + " expected an integer of 64 bits but was \"1.9\" (String)");
        assertThat(e.facts().path()).isEqualTo("consumer_type_id");
        assertThat(consumer.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(42);
    }

    @Test
    void problems() {
        // tag::problems[]
        ObjectType.Definition<Project> define = ObjectType.define(Project.class, "placement", "Project", Project::new);
        define.field("name", Types.string().since("1.2"));
        define.field("name", Types.string());
        ObjectType<Project> type = define.version("1.1"); // no exception here: it would break the class

        assertThatThrownBy(() -> ObjectRegistry.of(type)) // all of it here
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContainingAll("two fields called name", "since 1.2");
        // end::problems[]
    }

    @Test
    void json() {
        Consumer consumer = consumer();
        // tag::json[]
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Consumer.TYPE, Project.TYPE));

        String json = codec.toJson(consumer);
        Consumer read = codec.fromJson(Consumer.TYPE, json);
        // end::json[]

        assertThat(read.get(Consumer.UUID)).isEqualTo(ID);
        assertThat(read.hasChanges()).isFalse();
        assertThat(json).doesNotContain("changes");
    }

    @Test
    void older() {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Consumer.TYPE, Project.TYPE));
        Consumer consumer = consumer();
        // tag::older[]
        VersionManifest peer = VersionManifest.of("Consumer", "1.0").with("Project", "1.0");
        String json = codec.forPeer(peer).toJson(consumer); // no consumer_type_id

        Consumer read = codec.fromJson(Consumer.TYPE, json); // a newer runtime reads it
        read.isSet(Consumer.CONSUMER_TYPE_ID); // false: the peer did not say
        read.readVersion(); // 1.0
        // end::older[]

        assertThat(json).contains("\"versioned_object.version\":\"1.0\"").doesNotContain("consumer_type_id");
        assertThat(read.isSet(Consumer.CONSUMER_TYPE_ID)).isFalse();
        assertThat(read.readVersion()).hasToString("Optional[1.0]");
    }

    @Test
    void manifest() {
        // tag::manifest[]
        ObjectRegistry registry = ObjectRegistry.of(Consumer.TYPE, Project.TYPE);
        registry.manifest(Consumer.TYPE); // {Consumer=1.1, Project=1.0}
        // end::manifest[]

        assertThat(registry.manifest(Consumer.TYPE)).hasToString("{Consumer=1.1, Project=1.0}");
    }

    @Test
    void limits() {
        // tag::limits[]
        ObjectCodec codec = ObjectCodec.builder(ObjectRegistry.of(Consumer.TYPE, Project.TYPE))
                .limits(Limits.DEFAULT.withDepth(20).withTextCharacters(100_000))
                .build();
        // end::limits[]

        assertThat(codec.toJson(consumer())).contains("acme");
    }
}
