package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.persistence.Condition.all;
import static org.versionedobjects.persistence.Condition.any;
import static org.versionedobjects.persistence.Condition.between;
import static org.versionedobjects.persistence.Condition.contains;
import static org.versionedobjects.persistence.Condition.equal;
import static org.versionedobjects.persistence.Condition.greater;
import static org.versionedobjects.persistence.Condition.greaterOrEqual;
import static org.versionedobjects.persistence.Condition.in;
import static org.versionedobjects.persistence.Condition.isNotNull;
import static org.versionedobjects.persistence.Condition.isNull;
import static org.versionedobjects.persistence.Condition.less;
import static org.versionedobjects.persistence.Condition.lessOrEqual;
import static org.versionedobjects.persistence.Condition.notEqual;
import static org.versionedobjects.persistence.Condition.startsWith;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;

/** What conditions find; each is compared with what Java says of the same objects. */
@NullUnmarked // NullAway does not see that a Field<@Nullable T> takes null
@OnEveryEngine
class ConditionTest {
    private final VolumeDatabase database;
    private final Repository<Volume> volumes;
    private final List<Volume> all = new ArrayList<>();

    ConditionTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        this.volumes = database.volumes;
    }

    private void create(@Nullable Long... sizes) {
        for (Long size : sizes) {
            Volume volume = Volume.named("v" + all.size());
            volume.set(Volume.SIZE, size);
            all.add(volumes.create(volume));
        }
        database.database.forget();
    }

    private List<String> names(Condition condition) {
        return volumes.findAll(condition).stream()
                .map(volume -> volume.get(Volume.NAME))
                .sorted()
                .toList();
    }

    private void assertFinds(Condition condition, Predicate<@Nullable Long> sizes) {
        assertThat(names(condition)).as(condition.toString()).isEqualTo(namesOf(sizes));
        assertThat(names(condition.not())).as("not %s", condition).isEqualTo(namesOf(sizes.negate()));
    }

    private List<String> namesOf(Predicate<@Nullable Long> sizes) {
        return all.stream()
                .filter(volume -> sizes.test(volume.get(Volume.SIZE)))
                .map(volume -> volume.get(Volume.NAME))
                .sorted()
                .toList();
    }

    // ---- null ----

    @Test
    void equality_takesNullForAValueLikeOthers() {
        create(1L, 2L, null);

        assertFinds(equal(Volume.SIZE, 1L), size -> Objects.equals(size, 1L));
        assertFinds(equal(Volume.SIZE, null), Objects::isNull);
        assertFinds(isNull(Volume.SIZE), Objects::isNull);
        assertFinds(isNotNull(Volume.SIZE), Objects::nonNull);
        assertFinds(notEqual(Volume.SIZE, 1L), size -> !Objects.equals(size, 1L));
        assertFinds(notEqual(Volume.SIZE, null), Objects::nonNull);
    }

    @Test
    void in_takesNullForAValueLikeOthers() {
        create(1L, 2L, 3L, null);

        for (List<Long> values : List.of(
                List.<Long>of(),
                List.of(2L),
                List.of(1L, 3L),
                Arrays.asList(1L, null),
                Arrays.asList(1L, 2L, null),
                Collections.<Long>singletonList(null))) {
            assertFinds(in(Volume.SIZE, values), values.isEmpty() ? size -> false : asList(values)::contains);
        }
    }

    private static List<@Nullable Long> asList(List<Long> values) {
        return new ArrayList<>(values);
    }

    @Test
    void comparisons_areFalseOfNull_andTheirOppositesTrue() {
        create(1L, 2L, 3L, null);

        assertFinds(less(Volume.SIZE, 2L), size -> size != null && size < 2);
        assertFinds(lessOrEqual(Volume.SIZE, 2L), size -> size != null && size <= 2);
        assertFinds(greater(Volume.SIZE, 2L), size -> size != null && size > 2);
        assertFinds(greaterOrEqual(Volume.SIZE, 2L), size -> size != null && size >= 2);
        assertFinds(between(Volume.SIZE, 2L, 3L), size -> size != null && size >= 2 && size <= 3);
        assertThatThrownBy(() -> less(Volume.SIZE, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void allOfNone_isTrue_anyOfNone_isFalse() {
        create(1L, null);

        assertFinds(all(List.of()), size -> true);
        assertFinds(any(List.of()), size -> false);
    }

    @Test
    void anyCondition_findsWhatJavaFinds() {
        create(null, 0L, 1L, 2L, 3L, 4L, null, 2L);
        long seed = Long.getLong("versionedobjects.seed", 1);
        for (int round = 0; round < 150; round++) {
            Tree tree = tree(new Random(seed * 1_000 + round), 4);
            assertThat(names(tree.condition()))
                    .as("-Dversionedobjects.seed=%d, round %d: %s", seed, round, tree.condition())
                    .isEqualTo(namesOf(tree.java()));
        }
    }

    private record Tree(Condition condition, Predicate<@Nullable Long> java) {}

    private static Tree tree(Random random, int depth) {
        long value = random.nextInt(5);
        return switch (random.nextInt(depth == 0 ? 6 : 10)) {
            case 0 -> new Tree(equal(Volume.SIZE, value), size -> Objects.equals(size, value));
            case 1 -> new Tree(notEqual(Volume.SIZE, value), size -> !Objects.equals(size, value));
            case 2 -> new Tree(isNull(Volume.SIZE), Objects::isNull);
            case 3 -> new Tree(less(Volume.SIZE, value), size -> size != null && size < value);
            case 4 -> new Tree(greaterOrEqual(Volume.SIZE, value), size -> size != null && size >= value);
            case 5 -> {
                List<Long> values = Arrays.asList(value, random.nextBoolean() ? null : 4L);
                yield new Tree(in(Volume.SIZE, values), values::contains);
            }
            case 6, 7 -> {
                Tree one = tree(random, depth - 1);
                Tree other = tree(random, depth - 1);
                yield random.nextBoolean()
                        ? new Tree(
                                one.condition().and(other.condition()),
                                one.java().and(other.java()))
                        : new Tree(
                                one.condition().or(other.condition()),
                                one.java().or(other.java()));
            }
            default -> {
                Tree turned = tree(random, depth - 1);
                yield new Tree(turned.condition().not(), turned.java().negate());
            }
        };
    }

    // ---- texts ----

    @Test
    void texts_haveNoCharactersWithAMeaning() {
        List<String> names = List.of(
                "a%b",
                "axb", "a_b", "a\\b", "a\\\\b", "a*b", "a?b", "a[b", "a]b", "a!b", "a'b", "a\"b", "a{b", "ö%b", "%",
                "_", "!");
        names.forEach(database::saved);

        for (String text : List.of(
                "a%", "a_", "a\\", "a\\\\", "a*", "a?", "a[", "a]", "a!", "a'", "a\"", "%", "_", "!", "ö", "[", "")) {
            assertThat(names(startsWith(Volume.NAME, text)))
                    .as("starts with %s", text)
                    .isEqualTo(names.stream()
                            .filter(name -> name.startsWith(text))
                            .sorted()
                            .toList());
            assertThat(names(contains(Volume.NAME, text)))
                    .as("contains %s", text)
                    .isEqualTo(names.stream()
                            .filter(name -> name.contains(text))
                            .sorted()
                            .toList());
            assertThat(names(contains(Volume.NAME, text).not()))
                    .as("does not contain %s", text)
                    .isEqualTo(names.stream()
                            .filter(name -> !name.contains(text))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void texts_tellCase_asEqualityDoes() {
        database.saved("Abc");

        boolean isSame = !volumes.findAll(equal(Volume.NAME, "abC")).isEmpty();

        assertThat(isSame).isEqualTo(database.database.engine() == Engine.MARIADB);
        assertThat(names(startsWith(Volume.NAME, "aB"))).hasSize(isSame ? 1 : 0);
        assertThat(names(contains(Volume.NAME, "B"))).hasSize(isSame ? 1 : 0);
        assertThat(names(startsWith(Volume.NAME, "Ab"))).hasSize(1);
    }

    @Test
    void startsWith_isFalseOfNull_andItsOppositeTrue() {
        database.saved("v");
        database.database.execute("UPDATE volumes SET state = NULL");

        assertThat(volumes.query().where(startsWith(Volume.STATE, "")).count()).isZero();
        assertThat(volumes.query().where(startsWith(Volume.STATE, "").not()).count())
                .isEqualTo(1);
    }

    // ---- other columns ----

    @Test
    void times_areComparedInTheirOrder_whateverTheirFractions() {
        Instant start = Instant.parse("2026-11-24T10:00:00Z");
        List<Instant> times = List.of(
                start,
                start.plusNanos(1_000),
                start.plusMillis(1),
                start.plusMillis(100),
                start.plusMillis(123).plusNanos(456_000),
                start.plusSeconds(1),
                start.plusSeconds(60));
        times.forEach(time -> {
            Volume volume = Volume.named("v" + times.indexOf(time));
            volume.set(Timestamps.CREATED_AT, time);
            volumes.create(volume);
        });

        for (int index = 0; index < times.size(); index++) {
            assertThat(names(less(Timestamps.CREATED_AT, times.get(index)))).hasSize(index);
            assertThat(names(equal(Timestamps.CREATED_AT, times.get(index)))).containsExactly("v" + index);
        }
        assertThat(volumes.query()
                        .orderBy(Order.ascending(Timestamps.CREATED_AT))
                        .list())
                .extracting(volume -> volume.get(Timestamps.CREATED_AT))
                .containsExactlyElementsOf(times);
    }

    @Test
    void booleansAndUuids_goThroughTheColumn() {
        database.saved("v");
        Consumer consumer = database.database.savedConsumer();
        UUID uuid = consumer.get(Consumer.UUID);

        assertThat(names(equal(SoftDeletable.DELETED, false))).containsExactly("v");
        assertThat(names(equal(SoftDeletable.DELETED, true))).isEmpty();
        assertThat(database.database.consumers.findAll(in(Consumer.UUID, List.of(uuid, UUID.randomUUID()))))
                .hasSize(1);
    }

    // ---- references ----

    @Test
    void in_looksAtTheObjectReferredTo_andNullAndMissingRowsAreNot() {
        TestDatabase placement = database.database;
        Consumer one = placement.savedConsumer();
        Consumer two = placement.savedConsumer();
        Consumer without = placement.newConsumer();
        without.set(Consumer.USER, null);
        placement.consumers.create(without);
        Consumer dangling = placement.savedConsumer();
        placement.execute(
                "DELETE FROM users WHERE id = " + dangling.get(Consumer.USER).get(User.ID));
        placement.forget();
        Condition first = equal(User.EXTERNAL_ID, one.get(Consumer.USER).get(User.EXTERNAL_ID));

        assertThat(uuids(in(Consumer.USER, first))).containsExactly(one.get(Consumer.UUID));
        assertThat(placement.statements).hasSize(1);
        assertThat(uuids(in(Consumer.USER, first.not()))).containsExactly(two.get(Consumer.UUID));
        assertThat(uuids(in(Consumer.USER, first).not()))
                .containsExactlyInAnyOrder(
                        two.get(Consumer.UUID), without.get(Consumer.UUID), dangling.get(Consumer.UUID));
        assertThat(uuids(in(Consumer.USER, isNull(User.EXTERNAL_ID)))).isEmpty();
        assertThat(uuids(equal(Consumer.PROJECT, one.get(Consumer.PROJECT)))).containsExactly(one.get(Consumer.UUID));
        assertThat(uuids(isNull(Consumer.USER))).containsExactly(without.get(Consumer.UUID));
    }

    private List<UUID> uuids(Condition condition) {
        return database.database.consumers.findAll(condition).stream()
                .map(consumer -> consumer.get(Consumer.UUID))
                .toList();
    }

    // ---- what is refused ----

    @Test
    void fieldsWithoutAColumn_areRefused_beforeAnyStatement() {
        Query<Credential> credentials = database.database.credentials.query();

        assertThatThrownBy(() -> credentials.where(equal(Credential.NOTE, "n")))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContaining("the field note has no column in the table credentials");
        assertThatThrownBy(() -> credentials.where(isNull(Credential.NAME).and(isNull(Volume.NAME))))
                .isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> volumes.query().where(in(Consumer.PROJECT, isNull(Volume.NAME))))
                .isInstanceOf(UnknownFieldException.class);
        assertThat(database.database.statements).isEmpty();
    }

    @Test
    void anUnsavedObject_isRefused() {
        Query<Consumer> consumers = database.database.consumers.query();

        assertThatThrownBy(() -> consumers.where(equal(Consumer.PROJECT, Project.named("p"))))
                .isInstanceOf(UnsavableException.class);
    }

    @Test
    void moreValuesThanADatabaseTakes_areRefused_beforeAnyStatement() {
        List<Long> many = IntStream.range(0, 30_001).mapToObj(Long::valueOf).toList();

        assertThatThrownBy(() -> volumes.findAll(in(Volume.SIZE, many)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30001 parameters");
        assertThat(volumes.findAll(in(Volume.SIZE, many.subList(0, 30_000)))).isEmpty();
    }

    @Test
    void secrets_areNeverShown() {
        Condition condition = equal(Credential.TOKEN, "hush").or(startsWith(Credential.TOKEN, "hush"));

        assertThat(condition.toString()).doesNotContain("hush").contains("token = ***");
        assertThatThrownBy(() ->
                        database.database.credentials.query().where(condition).one())
                .isInstanceOf(NotFoundException.class)
                .hasMessageNotContaining("hush");
    }
}
