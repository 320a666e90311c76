package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Changes;
import org.versionedobjects.ContextScope;
import org.versionedobjects.Difference;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidDefinitionException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Mixin;
import org.versionedobjects.NamedValues;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.ObjectTypes;
import org.versionedobjects.ReadOnlyFieldException;
import org.versionedobjects.UnknownBaselineException;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.UnsetFieldException;
import org.versionedobjects.Values;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.docs.Models.Consumer;
import org.versionedobjects.docs.Models.Project;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** The blocks of the page on objects and changes. */
class ObjectsTest {
    private static final UUID ID = UUID.fromString("8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10");

    // tag::volume[]
    interface Labelled extends Values { // a mixin of one's own
        Mixin MIXIN = Mixin.of(Labelled.class);

        Field<@Nullable String> LABEL =
                MIXIN.field("label", Types.string().maxLength(64).nullable());
    }

    static class Volume extends VersionedObject implements Timestamps, SoftDeletable, Labelled {
        private static final ObjectType.Definition<Volume> DEFINE =
                ObjectType.define(Volume.class, "storage", "Volume", Volume::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<Long> SIZE =
                DEFINE.field("size", Types.longInteger().nonNegative().defaultsTo(1L)); // in GiB
        static final Field<String> SECRET =
                DEFINE.field("secret", Types.string().secret());

        static final ObjectType<Volume> TYPE = DEFINE.include(Timestamps.MIXIN)
                .include(SoftDeletable.MIXIN)
                .include(Labelled.MIXIN, "1.2") // joined later: 1.1 has no label
                .computed("shown_as", volume -> volume.get(NAME).toUpperCase(Locale.ROOT))
                .loadedBy((volume, missing, loaded) ->
                        volume.findContext(Catalog.class).ifPresent(catalog -> loaded.put(NAME, catalog.name())))
                .version("1.2");

        Volume() {
            this(TYPE);
        }

        protected Volume(ObjectType<? extends Volume> type) {
            super(type);
        }
    }
    // end::volume[]

    record Catalog(String name) {}

    // tag::subtype[]
    static final class EncryptedVolume extends Volume {
        private static final ObjectType.Definition<EncryptedVolume> DEFINE = ObjectType.extending(
                Volume.TYPE, EncryptedVolume.class, "storage", "EncryptedVolume", EncryptedVolume::new);

        static final Field<String> CIPHER = DEFINE.field("cipher", Types.oneOf("aes", "chacha"));

        static final ObjectType<EncryptedVolume> TYPE = DEFINE.version("1.0");

        EncryptedVolume() {
            super(TYPE);
        }
    }
    // end::subtype[]

    // tag::ephemeral[]
    static final class Resized extends VersionedObject { // a notification: sent, never saved
        private static final ObjectType.Definition<Resized> DEFINE =
                ObjectType.define(Resized.class, "storage", "Resized", Resized::new);

        static final Field<String> SEVERITY =
                DEFINE.field("severity", Types.string().defaultsTo("info"));

        static final ObjectType<Resized> TYPE = DEFINE.ephemeral().version("1.0");

        Resized() {
            super(TYPE);
        }
    }
    // end::ephemeral[]

    // tag::lists[]
    static final ObjectType<ObjectList<Volume>> VOLUMES = ObjectType.listOf("storage", "VolumeList", Volume.class);
    // end::lists[]

    // tag::services[]
    // named in META-INF/services/org.versionedobjects.ObjectTypes
    public static final class StorageTypes implements ObjectTypes {
        @Override
        public Collection<ObjectType<?>> types() {
            return List.of(Volume.TYPE, EncryptedVolume.TYPE, VOLUMES);
        }
    }
    // end::services[]

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

    private static Volume volume(String name) {
        Volume volume = Volume.TYPE.with(Volume.ID, 7L).with(Volume.NAME, name).build();
        volume.resetChanges();
        return volume;
    }

    private static ObjectList<Volume> volumes(Volume... volumes) {
        ObjectList<Volume> list = VOLUMES.newObject();
        list.set(list.objects(), List.of(volumes));
        list.resetChanges();
        return list;
    }

    @Test
    void threeStates() {
        // tag::states[]
        Consumer consumer = new Consumer();
        consumer.isSet(Consumer.CONSUMER_TYPE_ID); // false
        consumer.set(Consumer.CONSUMER_TYPE_ID, null);
        consumer.isSet(Consumer.CONSUMER_TYPE_ID); // true: null is a value
        consumer.get(Consumer.CONSUMER_TYPE_ID); // null
        consumer.unset(Consumer.CONSUMER_TYPE_ID);
        consumer.isSet(Consumer.CONSUMER_TYPE_ID); // false again
        // end::states[]

        assertThat(consumer.isSet(Consumer.CONSUMER_TYPE_ID)).isFalse();
        consumer.set(Consumer.CONSUMER_TYPE_ID, null);
        assertThat(consumer.isSet(Consumer.CONSUMER_TYPE_ID)).isTrue();
        assertThat(consumer.get(Consumer.CONSUMER_TYPE_ID)).isNull();
        assertThatThrownBy(() -> consumer.set(Consumer.TAGS, null)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void reading() {
        Consumer consumer = new Consumer();
        // tag::read[]
        Optional<Long> known = consumer.find(Consumer.CONSUMER_TYPE_ID); // empty for unset and for null
        Long orSeven = consumer.getOr(Consumer.CONSUMER_TYPE_ID, 7L); // 7 for unset; null stays null
        // end::read[]

        assertThat(known).isEmpty();
        assertThat(orSeven).isEqualTo(7);
        consumer.set(Consumer.CONSUMER_TYPE_ID, null);
        assertThat(consumer.<Long>find(Consumer.CONSUMER_TYPE_ID)).isEmpty();
        assertThat(consumer.getOr(Consumer.CONSUMER_TYPE_ID, 7L)).isNull();
        assertThatThrownBy(() -> consumer.get(Consumer.UUID)).isInstanceOf(UnsetFieldException.class);
    }

    @Test
    void setting() {
        Consumer consumer = consumer();
        // tag::set[]
        consumer.set(Consumer.CONSUMER_TYPE_ID, 2L); // a Long: the compiler checks it
        consumer.setFrom(Consumer.CONSUMER_TYPE_ID, "3"); // what the field's type can make of it
        // end::set[]

        assertThat(consumer.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(3);
        assertThatThrownBy(() -> consumer.setFrom(Consumer.CONSUMER_TYPE_ID, "three"))
                .isInstanceOf(InvalidValueException.class);
        assertThat(consumer.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(3);
    }

    @Test
    void updating() {
        Consumer consumer = consumer();
        // tag::update[]
        consumer.update(Consumer.CONSUMER_TYPE_ID, id -> id + 1);
        consumer.edit(Consumer.TAGS, tags -> tags.add("green")); // a copy that can be modified, then set
        // end::update[]

        assertThat(consumer.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(2);
        assertThat(consumer.get(Consumer.TAGS)).containsExactly("blue", "green");
        assertThatThrownBy(() -> consumer.get(Consumer.TAGS).add("red"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void asking() {
        Consumer consumer = consumer();
        // tag::changes[]
        consumer.set(Consumer.CONSUMER_TYPE_ID, 2L);
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "emca");

        consumer.changedFields(); // PROJECT, CONSUMER_TYPE_ID
        Changes changes = consumer.changes();
        changes.before().get(Consumer.CONSUMER_TYPE_ID); // 1
        changes.after().get(Consumer.CONSUMER_TYPE_ID); // 2
        changes.nested().get("project").fields(); // EXTERNAL_ID
        // end::changes[]

        assertThat(consumer.changedFields()).containsExactly(Consumer.PROJECT, Consumer.CONSUMER_TYPE_ID);
        assertThat(changes.fields()).isEqualTo(consumer.changedFields());
        assertThat(changes.before().get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(1);
        assertThat(changes.after().get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(2);
        assertThat(changes.nested().get("project").fields()).containsExactly(Project.EXTERNAL_ID);
        assertThat(changes).hasToString("placement.Consumer 1.1{project: changed inside, consumer_type_id: 1 → 2}");
    }

    @Test
    void touching() {
        Consumer consumer = consumer();
        // tag::touch[]
        consumer.touch(Consumer.TAGS);
        consumer.isChanged(Consumer.TAGS); // true, though nothing is different
        // end::touch[]

        assertThat(consumer.changes().fields()).containsExactly(Consumer.TAGS);
    }

    @Test
    void reverting() {
        Consumer consumer = consumer();
        consumer.set(Consumer.CONSUMER_TYPE_ID, 2L);
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "emca");
        // tag::revert[]
        consumer.revert(); // inside nested objects as well
        // end::revert[]

        assertThat(consumer.hasChanges()).isFalse();
        assertThat(consumer.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(1);
        assertThat(consumer.get(Consumer.PROJECT).get(Project.EXTERNAL_ID)).isEqualTo("acme");
    }

    @Test
    void notKnowing() {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Consumer.TYPE, Project.TYPE));
        Consumer sent = consumer();
        sent.set(Consumer.CONSUMER_TYPE_ID, 2L);
        String json = codec.toJson(sent);
        // tag::unknown[]
        Consumer received = codec.fromJson(Consumer.TYPE, json); // its envelope lists consumer_type_id under changes
        received.isChanged(Consumer.CONSUMER_TYPE_ID); // true
        received.changes().knows(Consumer.CONSUMER_TYPE_ID); // false: nobody here saw what it was
        // end::unknown[]

        assertThat(received.isChanged(Consumer.CONSUMER_TYPE_ID)).isTrue();
        assertThat(received.changes().knows(Consumer.CONSUMER_TYPE_ID)).isFalse();
        assertThatThrownBy(() -> received.changes().before().get(Consumer.CONSUMER_TYPE_ID))
                .isInstanceOf(UnknownBaselineException.class);
        assertThatThrownBy(received::revert).isInstanceOf(UnknownBaselineException.class);
    }

    @Test
    void resetting() {
        Consumer consumer = consumer();
        consumer.set(Consumer.CONSUMER_TYPE_ID, 2L);
        consumer.edit(Consumer.TAGS, tags -> tags.add("green"));
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "emca");
        // tag::reset[]
        consumer.resetChanges(Consumer.TAGS); // this field
        consumer.resetChanges(); // all of its own; the project keeps its changes
        consumer.isChanged(Consumer.PROJECT); // true
        consumer.resetChangesDeep(); // everything in it
        // end::reset[]

        assertThat(consumer.hasChanges()).isFalse();
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "other");
        consumer.resetChanges();
        assertThat(consumer.changes().fields()).containsExactly(Consumer.PROJECT);
        consumer.resetChanges(List.of());
        assertThat(consumer.hasChanges()).isTrue();
    }

    @Test
    void readOnly() {
        // tag::readonly[]
        Volume volume =
                Volume.TYPE.with(Volume.ID, 7L).with(Volume.NAME, "scratch").build();
        volume.set(Volume.ID, 7L); // the same: fine
        // end::readonly[]

        assertThatThrownBy(() -> volume.set(Volume.ID, 8L))
                .isInstanceOf(ReadOnlyFieldException.class)
                .hasMessageStartingWith("[ReadOnlyField] storage.Volume 1.2 at id:");
        assertThat(volume.get(Volume.ID)).isEqualTo(7);
    }

    @Test
    void defaults() {
        // tag::defaults[]
        Volume volume = new Volume();
        volume.isSet(Volume.SIZE); // false: a default waits until it is asked for
        volume.setDefaults(); // each unset field that has one
        volume.get(Volume.SIZE); // 1, as a change
        new Resized().get(Resized.SEVERITY); // "info": objects of an ephemeral type start with theirs
        // end::defaults[]

        assertThat(new Volume().isSet(Volume.SIZE)).isFalse();
        assertThat(volume.get(Volume.SIZE)).isEqualTo(1);
        assertThat(volume.isChanged(Volume.SIZE)).isTrue();
        assertThat(new Resized().get(Resized.SEVERITY)).isEqualTo("info");
    }

    @Test
    void loading() {
        // tag::load[]
        Volume volume = new Volume();
        volume.setContext(new Catalog("scratch"));
        volume.get(Volume.NAME); // "scratch": the loader of the type found it in the context
        volume.isChanged(Volume.NAME); // false: what was loaded is the baseline

        volume.loadWith((object, missing, loaded) -> loaded.put(Volume.SIZE, 40L)); // this object's own goes first
        volume.get(Volume.SIZE); // 40
        // end::load[]

        assertThat(volume.byName().asMap()).isEqualTo(Map.of("name", "scratch", "size", 40L));
        assertThat(volume.hasChanges()).isFalse();
        assertThatThrownBy(() -> volume.get(Volume.SECRET))
                .hasMessage("[UnsetField] storage.Volume 1.2 at secret: the field is not set, and its loader did not "
                        + "fill it; loaded: name, size");
    }

    @Test
    void snapshot() {
        Consumer consumer = consumer();
        // tag::snapshot[]
        Values then = consumer.snapshot();
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "emca");
        then.get(Consumer.PROJECT).get(Project.EXTERNAL_ID); // still "acme"
        // end::snapshot[]

        assertThat(then.get(Consumer.PROJECT).get(Project.EXTERNAL_ID)).isEqualTo("acme");
        assertThatThrownBy(() -> then.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "x"))
                .hasMessageContaining("snapshot");
    }

    @Test
    void copying() {
        Consumer consumer = consumer();
        // tag::copy[]
        Consumer copy = Consumer.TYPE.copyOf(consumer); // values, baselines, context; nested objects copied with it
        boolean equal = consumer.equals(copy); // false: equality is identity
        consumer.sameState(copy); // true

        consumer.set(Consumer.CONSUMER_TYPE_ID, 2L);
        List<Difference> differences = consumer.differencesFrom(copy); // consumer_type_id: 2 ≠ 1
        // end::copy[]

        assertThat(equal).isFalse();
        assertThat(differences).hasToString("[consumer_type_id: 2 ≠ 1]");
        consumer.revert();
        assertThat(consumer.sameState(copy)).isTrue();
    }

    @Test
    @SuppressWarnings("try") // javac wants the scope to be used inside the block
    void context() {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Consumer.TYPE, Project.TYPE));
        Consumer consumer = consumer();
        String json = codec.toJson(consumer);
        // tag::context[]
        record Request(String user) {}

        consumer.setContext(new Request("alice")); // and every object in it
        consumer.get(Consumer.PROJECT).findContext(Request.class); // alice's request

        try (ContextScope scope = consumer.withContext(new Request("admin"))) {
            consumer.findContext(); // admin's, until the block ends
        }

        Consumer read = codec.inContext(new Request("bob")).fromJson(Consumer.TYPE, json);
        // end::context[]

        assertThat(consumer.get(Consumer.PROJECT).findContext(Request.class)).contains(new Request("alice"));
        try (ContextScope scope = consumer.withContext(new Request("admin"))) {
            assertThat(scope).isNotNull();
            assertThat(consumer.findContext()).contains(new Request("admin"));
        }
        assertThat(consumer.findContext()).contains(new Request("alice"));
        assertThat(read.get(Consumer.PROJECT).findContext()).contains(new Request("bob"));
    }

    @Test
    void byName() {
        Volume volume = volume("scratch");
        // tag::byname[]
        NamedValues values = volume.byName();
        values.set("size", "40"); // converts as setFrom
        values.setAll(Map.of("name", "backup", "label", "cold")); // all or none
        values.asMap(); // what is set: {id=7, name=backup, size=40, label=cold}
        values.get("shown_as"); // "BACKUP", a computed property
        // end::byname[]

        assertThat(values.asMap()).isEqualTo(Map.of("id", 7L, "name", "backup", "size", 40L, "label", "cold"));
        assertThat(values.get("shown_as")).isEqualTo("BACKUP");
        assertThat(values.isSet("shown_as")).isFalse();
        assertThatThrownBy(() -> values.get("nmae"))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContaining("there is no field nmae");
        assertThatThrownBy(() -> values.setAll(Map.of("size", 1, "name", 2))).isInstanceOf(InvalidValueException.class);
        assertThat(volume.get(Volume.SIZE)).isEqualTo(40);
    }

    @Test
    void mixins() {
        // tag::mixin[]
        Volume volume = new Volume();
        volume.set(SoftDeletable.DELETED, false); // the same descriptor on every type with the mixin
        volume.isDeleted(); // its accessor
        Volume.TYPE.since(Labelled.LABEL); // 1.2
        // end::mixin[]

        assertThat(volume.isDeleted()).isFalse();
        assertThat(Volume.TYPE.since(Labelled.LABEL)).hasToString("1.2");
        assertThat(Volume.TYPE.since(Timestamps.CREATED_AT)).hasToString("1.0");
    }

    @Test
    void subtypes() {
        // tag::subtyping[]
        EncryptedVolume volume = EncryptedVolume.TYPE
                .with(EncryptedVolume.CIPHER, "aes")
                .with(Volume.NAME, "vault") // the descriptors of the parent
                .build();
        Types.object(Volume.class).orSubtypes(); // a field that takes both
        // end::subtyping[]

        assertThat(volume.get(Volume.NAME)).isEqualTo("vault");
        assertThat(volume.byName().get("shown_as")).isEqualTo("VAULT");
        assertThat(Types.object(Volume.class).orSubtypes().accept(volume)).isSameAs(volume);
        assertThatThrownBy(() -> Types.object(Volume.class).coerce(volume)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void lists() {
        Volume scratch = volume("scratch");
        Volume backup = volume("backup");
        // tag::listing[]
        ObjectList<Volume> list = VOLUMES.newObject(); // empty, and unchanged
        list.edit(list.objects(), volumes -> volumes.addAll(List.of(scratch, backup)));
        for (Volume volume : list) { // a Java collection that cannot be modified
            volume.get(Volume.NAME);
        }
        list.sortBy(Comparator.comparing(volume -> volume.get(Volume.NAME))); // backup, scratch
        ObjectList<Volume> first = list.slice(0, 1); // backup; unchanged, in the same context
        ObjectList<Volume> both = first.concat(list); // backup, backup, scratch; changed
        // end::listing[]

        assertThat(list).containsExactly(backup, scratch);
        assertThat(first).containsExactly(backup);
        assertThat(first.hasChanges()).isFalse();
        assertThat(both).containsExactly(backup, backup, scratch);
        assertThat(both.hasChanges()).isTrue();
        assertThatThrownBy(() -> list.add(scratch)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void lists_seeChangesOfTheirElements() {
        Volume scratch = volume("scratch");
        ObjectList<Volume> list = volumes(scratch);

        scratch.set(Volume.SIZE, 2L);

        assertThat(list.isChanged(list.objects())).isTrue();
        assertThat(list.changes().nested()).containsOnlyKeys("objects[0]");
    }

    @Test
    void dynamic() {
        // tag::dynamic[]
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("storage", "Snapshot");
        define.field("id", Types.longInteger().readOnly());
        define.field("label", Types.string());
        ObjectType<DynamicObject> type = define.version("1.0");

        DynamicObject snapshot = type.newObject();
        snapshot.set("id", "12");
        snapshot.get("id"); // 12
        // end::dynamic[]

        assertThat(snapshot.get("id")).isEqualTo(12L);
        assertThatThrownBy(() -> snapshot.set("id", 13)).isInstanceOf(ReadOnlyFieldException.class);
    }

    @Test
    void registry() {
        // tag::registry[]
        ObjectRegistry registry = ObjectRegistry.of(Volume.TYPE, EncryptedVolume.TYPE, VOLUMES);
        registry.requireCompatible("storage", "Volume", Version.parse("1.1")); // Volume.TYPE can read it
        registry.subtypes(Volume.TYPE); // EncryptedVolume.TYPE
        registry.manifest(VOLUMES); // {Volume=1.2, VolumeList=1.0}

        ObjectRegistry all = ObjectRegistry.load(); // the types that the modules on the class path name
        // end::registry[]

        assertThat(registry.requireCompatible("storage", "Volume", Version.parse("1.1")))
                .isSameAs(Volume.TYPE);
        assertThatThrownBy(() -> registry.requireCompatible("storage", "Volume", Version.parse("1.3")))
                .isInstanceOf(IncompatibleVersionException.class);
        assertThat(registry.subtypes(Volume.TYPE)).containsExactly(EncryptedVolume.TYPE);
        assertThat(registry.manifest(VOLUMES)).hasToString("{Volume=1.2, VolumeList=1.0}");
        assertThat(all.types()).containsExactlyElementsOf(registry.types());
        assertThatThrownBy(() -> ObjectRegistry.of(VOLUMES)).isInstanceOf(InvalidDefinitionException.class);
    }

    @Test
    void secrets() {
        Volume volume = volume("scratch");
        // tag::secret[]
        volume.set(Volume.SECRET, "swordfish");
        String text = volume.toString(); // Volume 1.2{id=7, name='scratch', secret=***}
        // end::secret[]

        assertThat(text).isEqualTo("Volume 1.2{id=7, name='scratch', secret=***}");
    }
}
