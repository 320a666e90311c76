package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.UnsetFieldException;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;

/** Loads that leave fields unset. */
@OnEveryEngine
class PartialLoadingTest {
    private final TestDatabase database;
    private final VolumeDatabase volumes;

    PartialLoadingTest(Engine engine) {
        this.database = new TestDatabase(engine);
        this.volumes = new VolumeDatabase(engine);
    }

    private Consumer loaded(Repository<Consumer> repository, Consumer of) {
        database.forget();
        return repository.require(Consumer.ID, of.get(Consumer.ID));
    }

    private static List<Field<?>> set(VersionedObject object) {
        return object.objectType().fields().stream().filter(object::isSet).toList();
    }

    // ---- what is loaded ----

    @Test
    void only_loadsTheFieldsAndWhatASaveNeeds_inOneStatementOfJustThose() {
        Consumer consumer = loaded(database.consumers.only(Consumer.UUID), database.savedConsumer());

        assertThat(set(consumer)).containsExactly(Consumer.ID, Consumer.UUID, Consumer.GENERATION);
        assertThat(consumer.hasChanges()).isFalse();
        assertThat(database.statements)
                .containsExactly("SELECT t0.id, t0.uuid, t0.generation FROM consumers t0 WHERE t0.id = ?");
    }

    @Test
    void only_ofAReference_loadsItWhole() {
        Consumer saved = database.savedConsumer();

        Consumer consumer = loaded(database.consumers.only(Consumer.PROJECT), saved);

        assertThat(set(consumer)).containsExactly(Consumer.ID, Consumer.PROJECT, Consumer.GENERATION);
        assertThat(consumer.get(Consumer.PROJECT).get(Project.EXTERNAL_ID))
                .isEqualTo(saved.get(Consumer.PROJECT).get(Project.EXTERNAL_ID));
        assertThat(database.statements).singleElement().asString().doesNotContain("users");
    }

    @Test
    void only_ofAReferencesFields_loadsThoseOfIt() {
        Fields fields = Fields.of(Consumer.UUID).with(Consumer.PROJECT, Fields.of());

        Consumer consumer = loaded(database.consumers.only(fields), database.savedConsumer());

        assertThat(set(consumer)).containsExactly(Consumer.ID, Consumer.UUID, Consumer.PROJECT, Consumer.GENERATION);
        assertThat(set(consumer.get(Consumer.PROJECT))).containsExactly(Project.ID);
    }

    @Test
    void without_leavesFieldsOut_andWithoutReferences_joinsNothing() {
        Consumer saved = database.savedConsumer();

        Consumer one = loaded(database.consumers.without(Consumer.UUID, Consumer.USER), saved);
        assertThat(one.isSet(Consumer.UUID)).isFalse();
        assertThat(one.isSet(Consumer.USER)).isFalse();
        assertThat(one.isSet(Consumer.PROJECT)).isTrue();

        Consumer other = loaded(database.consumers.withoutReferences(), saved);
        assertThat(other.isSet(Consumer.UUID)).isTrue();
        assertThat(other.isSet(Consumer.PROJECT)).isFalse();
        assertThat(database.statements).singleElement().asString().doesNotContain("JOIN");

        Consumer both = loaded(database.consumers.without(Consumer.UUID).withoutReferences(), saved);
        assertThat(set(both)).doesNotContain(Consumer.UUID, Consumer.PROJECT).contains(Consumer.CONSUMER_TYPE_ID);
    }

    @Test
    void keyOfReferences_isLoadedAlways_withNothingButTheirKeys() {
        Membership membership = Membership.TYPE
                .with(Membership.PROJECT, database.projects.create(Project.named("p")))
                .with(Membership.USER, database.savedUser())
                .with(Membership.ROLE, "member")
                .build();
        database.memberships.create(membership);

        Membership loaded = database.memberships.only(Membership.ROLE).require(Membership.ROLE, "member");

        assertThat(set(loaded.get(Membership.PROJECT))).containsExactly(Project.ID);
        loaded.set(Membership.ROLE, "reader");
        database.memberships.save(loaded);
        assertThat(database.count("SELECT count(*) FROM memberships WHERE role_name = 'reader'"))
                .isEqualTo(1);
    }

    @Test
    void fieldsThatAreNone_areRefusedBeforeAnyStatement() {
        assertThatThrownBy(() -> database.consumers.only(Project.ID)).isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> database.credentials.without(Credential.NOTE))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContaining("the field note has no column in the table credentials");
        assertThatThrownBy(() -> database.consumers.only(Fields.all().with(Consumer.PROJECT, Fields.of(User.ID))))
                .isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> database.consumers.only(noReference()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is no reference of placement.Consumer 1.1 in consumers");
        assertThat(database.statements).isEmpty();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // what the compiler refuses
    private static Fields noReference() {
        return Fields.all().with((Field) Consumer.UUID, Fields.all());
    }

    // ---- what can be done with it ----

    @Test
    void get_ofAFieldThatWasLeftOut_saysSo() {
        Consumer consumer = loaded(database.consumers.withoutReferences(), database.savedConsumer());

        assertThatThrownBy(() -> consumer.get(Consumer.PROJECT))
                .isInstanceOf(UnsetFieldException.class)
                .hasMessage("[UnsetField] placement.Consumer 1.1 at project: the field was not loaded with the object; "
                        + "load the object with it, fetch(…) it, or load it lazily()");
    }

    @Test
    void save_writesWhatIsDirty_underTheGeneration() {
        Consumer saved = database.savedConsumer();
        Consumer consumer = loaded(database.consumers.only(), saved);
        Consumer stale = loaded(database.consumers.only(), saved);
        consumer.set(Consumer.CONSUMER_TYPE_ID, 3L);
        database.forget();

        Saved result = database.consumers.save(consumer);

        assertThat(result.fields())
                .containsExactlyInAnyOrder(Consumer.CONSUMER_TYPE_ID, Consumer.GENERATION, Timestamps.UPDATED_AT);
        assertThat(database.statements)
                .containsExactly("UPDATE consumers SET generation = ?, consumer_type_id = ?, updated_at = ?"
                        + " WHERE id = ? AND generation = ?");
        assertThat(database.loaded(consumer).get(Consumer.UUID)).isEqualTo(saved.get(Consumer.UUID));
        stale.set(Consumer.CONSUMER_TYPE_ID, 4L);
        assertThatThrownBy(() -> database.consumers.save(stale)).isInstanceOf(ConcurrentUpdateConflict.class);
    }

    @Test
    void softDeletionAndRestore_workOnWhatIsLoadedPartly() {
        volumes.saved("v");
        Repository<Volume> only = volumes.volumes.includingDeleted().only(Volume.STATE);

        only.softDelete(only.require(Volume.NAME, "v"));
        Volume deleted = only.require(Volume.NAME, "v");
        assertThat(deleted.isSet(Volume.NAME)).isFalse();
        assertThat(deleted.get(SoftDeletable.DELETED)).isTrue();
        only.restore(deleted);

        assertThat(volumes.volumes.find(Volume.NAME, "v")).isPresent();
    }

    @Test
    void modify_loadsOnlyThat_andLocks() {
        volumes.saved("v");

        Volume volume = volumes.volumes
                .only(Volume.SIZE)
                .modify(Volume.NAME, "v", each -> each.update(Volume.SIZE, size -> size + 1));

        assertThat(volume.isSet(Volume.STATE)).isFalse();
        assertThat(volumes.loaded("v").get(Volume.SIZE)).isEqualTo(2);
    }

    @Test
    void upsertThroughSuchARepository_takesTheTimesOfTheRow() {
        volumes.saved("v");
        Volume wanted =
                Volume.TYPE.with(Volume.NAME, "v").with(Volume.STATE, "error").build();

        volumes.volumes.only(Volume.STATE).upsert(wanted);

        assertThat(wanted.createdAt()).isEqualTo(VolumeDatabase.NOW);
    }

    @Test
    void pagesAndValues_goByFieldsThatAreNotLoaded() {
        for (String name : List.of("c", "a", "b")) {
            volumes.saved(name);
        }
        Query<Volume> query = volumes.volumes.only(Volume.SIZE).query().orderBy(Order.ascending(Volume.NAME));

        Page<Volume> first = query.page(2);
        Page<Volume> second = query.page(2, first.next().orElseThrow());

        assertThat(first.objects()).extracting(each -> each.get(Volume.ID)).containsExactly(2L, 3L);
        assertThat(second.objects()).extracting(each -> each.get(Volume.ID)).containsExactly(1L);
        assertThat(first.objects()).noneMatch(each -> each.isSet(Volume.NAME));
        Found<String, Volume> found = volumes.volumes.only(Volume.SIZE).findAll(Volume.NAME, "a", "x");
        assertThat(found.missing()).containsExactly("x");
        assertThat(found.byValue().get("a").isSet(Volume.NAME)).isFalse();
    }

    // ---- refresh ----

    @Test
    void refresh_readsAgainJustWhatWasLoaded() {
        Consumer saved = database.savedConsumer();
        Fields fields = Fields.of(Consumer.UUID).with(Consumer.PROJECT, Fields.of());
        Consumer consumer = loaded(database.consumers.only(fields), saved);
        saved.set(Consumer.CONSUMER_TYPE_ID, 7L);
        database.consumers.save(saved);
        consumer.set(Consumer.UUID, UUID.randomUUID());
        database.forget();

        database.consumers.refresh(consumer);

        assertThat(set(consumer)).containsExactly(Consumer.ID, Consumer.UUID, Consumer.PROJECT, Consumer.GENERATION);
        assertThat(consumer.get(Consumer.UUID)).isEqualTo(saved.get(Consumer.UUID));
        assertThat(consumer.get(Consumer.GENERATION)).isEqualTo(1);
        assertThat(set(consumer.get(Consumer.PROJECT))).containsExactly(Project.ID);
        assertThat(database.statements)
                .containsExactly("SELECT t0.id, t0.uuid, CASE WHEN t1.id IS NULL THEN t0.project_id END, t0.generation,"
                        + " t1.id FROM consumers t0 LEFT JOIN projects t1 ON t1.id = t0.project_id WHERE t0.id = ?");
    }

    @Test
    void refresh_readsAFieldThatWasSetSince() {
        Consumer consumer = loaded(database.consumers.only(), database.savedConsumer());
        consumer.set(Consumer.CONSUMER_TYPE_ID, 9L);

        database.consumers.refresh(consumer);

        assertThat(consumer.get(Consumer.CONSUMER_TYPE_ID)).isNull();
        assertThat(consumer.hasChanges()).isFalse();
        assertThat(consumer.isSet(Consumer.UUID)).isFalse();
    }

    @Test
    void refresh_ofAWholeObject_readsAll_throughWhateverRepository() {
        Consumer consumer = database.savedConsumer();

        database.consumers.only(Consumer.UUID).refresh(consumer);

        assertThat(consumer.isSet(Consumer.CONSUMER_TYPE_ID)).isTrue();
    }

    // ---- any of it ----

    /** Any fields loaded, any set, taken out, asked for or left, then saved: the row is the model's, and so is the object. */
    @Test
    void anyPartLoadedAndChanged_isSavedAsTheModelSays() {
        long seed = Long.getLong("versionedobjects.seed", 1);
        Volume saved = volumes.saved("v");
        for (int round = 0; round < 200; round++) {
            Random random = new Random(seed * 1_000 + round);
            String story = "-Dversionedobjects.seed=" + seed + ", round " + round;
            Field<?>[] fields = some(random);
            Repository<Volume> repository = volumes.volumes.only(fields).lazily();
            Volume volume = repository.require(Volume.ID, saved.get(Volume.ID));
            Map<Field<?>, @Nullable Object> model = values(volumes.volumes.require(Volume.ID, saved.get(Volume.ID)));
            assertThat(model.entrySet()).as(story).containsAll(values(volume).entrySet());
            assertThat(set(volume)).as(story).contains(fields);

            change(random, volume, model, story);
            if (random.nextInt(4) == 0) {
                volumes.volumes.refresh(volume);
                model = values(volumes.volumes.require(Volume.ID, saved.get(Volume.ID)));
            }
            volumes.volumes.save(volume);

            Map<Field<?>, @Nullable Object> row = values(volumes.volumes.require(Volume.ID, saved.get(Volume.ID)));
            for (Field<?> field : List.of(Volume.NAME, Volume.STATE, Volume.SIZE)) {
                assertThat(row.get(field)).as(story).isEqualTo(model.get(field));
                assertThat(volume.get(field)).as(story).isEqualTo(model.get(field));
            }
            assertThat(row.entrySet()).as(story).containsAll(values(volume).entrySet());
            assertThat(volume.hasChanges()).as(story).isFalse();
        }
    }

    private static Field<?>[] some(Random random) {
        return Volume.table().fields().stream()
                .filter(field -> random.nextBoolean())
                .toArray(Field<?>[]::new);
    }

    private static void change(Random random, Volume volume, Map<Field<?>, @Nullable Object> model, String story) {
        String text = "t" + random.nextInt(5);
        Long number = random.nextInt(3) == 0 ? null : (Long) (long) random.nextInt(5);
        List<Map.Entry<Field<?>, @Nullable Object>> changes = new ArrayList<>();
        changes.add(entry(Volume.NAME, text));
        changes.add(entry(Volume.STATE, text));
        changes.add(entry(Volume.SIZE, number));
        for (Map.Entry<Field<?>, @Nullable Object> change : changes) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    volume.setFrom(change.getKey(), change.getValue());
                    model.put(change.getKey(), change.getValue());
                }
                case 1 -> volume.unset(change.getKey());
                case 2 -> assertThat(volume.get(change.getKey())).as(story).isEqualTo(model.get(change.getKey()));
                default -> {}
            }
        }
    }

    private static Map.Entry<Field<?>, @Nullable Object> entry(Field<?> field, @Nullable Object value) {
        return new SimpleImmutableEntry<>(field, value);
    }

    private static Map<Field<?>, @Nullable Object> values(VersionedObject object) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        for (Field<?> field : set(object)) {
            values.put(field, object.get(field));
        }
        return values;
    }
}
