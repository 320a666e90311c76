package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.persistence.Order.ascending;
import static org.versionedobjects.persistence.Order.descending;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;

/** Pages by key set: what is on them, and what is not a cursor. */
@NullUnmarked // NullAway does not see that a Field<@Nullable T> takes null
@OnEveryEngine
class PagesTest {
    private static final int ROUNDS = 40;

    private final VolumeDatabase database;
    private final Repository<Volume> volumes;

    PagesTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        this.volumes = database.volumes;
    }

    // ---- any order, while rows come and go ----

    @Test
    void rowsThatAreThereThroughout_areOnJustOnePage_inOrder() {
        long seed = Long.getLong("versionedobjects.seed", 1);
        for (int round = 0; round < ROUNDS; round++) {
            database.database.execute("DELETE FROM volumes");
            Story story = new Story(new Random(seed * 1_000 + round));
            try {
                story.play();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-Dversionedobjects.seed=" + seed + ", round " + round + ": " + story, e);
            }
        }
    }

    /** Random rows, a random order, and pages of a random size, with changes between. */
    private final class Story {
        private final Random random;
        private final List<Volume> rows = new ArrayList<>();
        private final Set<Long> throughout = new HashSet<>();
        private final List<Order> orders = new ArrayList<>();
        private final int size;
        private Comparator<Volume> comparator = Comparator.comparing(volume -> volume.get(Volume.ID));

        Story(Random random) {
            this.random = random;
            this.size = 1 + random.nextInt(7);
            List<Field<? extends @Nullable Comparable<?>>> fields = new ArrayList<>(List.of(
                    Volume.SIZE, Volume.STATE, Timestamps.UPDATED_AT, SoftDeletable.DELETED, Volume.NAME, Volume.ID));
            Collections.shuffle(fields, random);
            for (Field<? extends @Nullable Comparable<?>> field : fields.subList(0, random.nextInt(4))) {
                orders.add(order(field));
            }
            for (int index = orders.size() - 1; index >= 0; index--) {
                comparator = comparator(orders.get(index)).thenComparing(comparator);
            }
        }

        private Order order(Field<?> field) {
            Order order = random.nextBoolean() ? ascending(field) : descending(field);
            return switch (random.nextInt(3)) {
                case 0 -> order.nullsFirst();
                case 1 -> order.nullsLast();
                default -> order;
            };
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // values of one field
        private static Comparator<Volume> comparator(Order order) {
            Comparator<Comparable> values =
                    order.isDescending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
            Comparator<Comparable> withNull =
                    order.isNullsFirst() ? Comparator.nullsFirst(values) : Comparator.nullsLast(values);
            return Comparator.comparing(volume -> (Comparable) volume.get(order.field()), withNull);
        }

        void play() {
            int count = random.nextInt(25);
            for (int index = 0; index < count; index++) {
                throughout.add(insert().get(Volume.ID));
            }
            Query<Volume> query = volumes.includingDeleted().query().orderBy(orders.toArray(Order[]::new));
            List<Volume> seen = new ArrayList<>();
            Page<Volume> page = query.page(size);
            seen.addAll(page.objects());
            for (int turns = 0; page.next().isPresent() && turns < 60; turns++) {
                assertThat(page.objects()).hasSize(size);
                disturb();
                page = query.page(size, page.next().orElseThrow());
                seen.addAll(page.objects());
            }
            assertThat(page.next()).isEmpty();
            assertThat(ids(seen)).doesNotHaveDuplicates().containsAll(throughout);
            assertThat(ids(seen)).isEqualTo(ids(seen.stream().sorted(comparator).toList()));
        }

        private void disturb() {
            if (random.nextInt(3) == 0) {
                insert();
            }
            if (random.nextInt(3) == 0 && !rows.isEmpty()) {
                Volume gone = rows.remove(random.nextInt(rows.size()));
                throughout.remove(gone.get(Volume.ID));
                volumes.delete(gone);
            }
        }

        private Volume insert() {
            Volume volume = Volume.named("v" + random.nextInt(1_000_000_000));
            volume.set(Volume.SIZE, random.nextInt(3) == 0 ? null : (Long) (long) random.nextInt(4));
            volume.set(Volume.STATE, List.of("a", "b", "c").get(random.nextInt(3)));
            int halves = random.nextInt(4);
            volume.set(Timestamps.UPDATED_AT, halves == 0 ? null : TestDatabase.NOW.plusNanos(halves * 500_000_000L));
            volume.set(SoftDeletable.DELETED, random.nextBoolean());
            rows.add(volumes.create(volume));
            return volume;
        }

        @Override
        public String toString() {
            return orders + ", pages of " + size;
        }
    }

    private static List<Long> ids(List<Volume> found) {
        return found.stream().map(volume -> volume.get(Volume.ID)).toList();
    }

    // ---- one page ----

    @Test
    void page_isOneStatement_thatSkipsNothing() {
        for (int index = 0; index < 5; index++) {
            volumes.create(Volume.named("v" + index));
        }
        database.database.forget();
        Query<Volume> query = volumes.query().orderBy(descending(Volume.STATE));

        Page<Volume> first = query.page(2);
        Page<Volume> second = query.page(2, first.next().orElseThrow());
        Page<Volume> last = query.page(2, second.next().orElseThrow());

        assertThat(ids(first.objects())).containsExactly(1L, 2L);
        assertThat(ids(second.objects())).containsExactly(3L, 4L);
        assertThat(ids(last.objects())).containsExactly(5L);
        assertThat(last.next()).isEmpty();
        assertThat(database.database.statements).hasSize(3).noneMatch(sql -> sql.contains("OFFSET"));
        assertThat(database.database.statements.get(1))
                .contains("t0.state <= ? AND (t0.state < ? OR (t0.state = ? AND (t0.id > ?)))");
    }

    @Test
    void page_ofObjectsThatReferToOthers_andHaveAKeyOfSeveralColumns() {
        TestDatabase placement = database.database;
        List<String> roles = new ArrayList<>();
        for (int index = 0; index < 6; index++) {
            Project project = placement.projects.ensure(Project.named("p" + index % 2));
            User user = placement.users.ensure(User.named("u" + index % 3));
            roles.add("r" + index);
            placement.memberships.create(Membership.TYPE
                    .with(Membership.PROJECT, project)
                    .with(Membership.USER, user)
                    .with(Membership.ROLE, "r" + index)
                    .build());
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Membership> page = placement
                    .memberships
                    .query()
                    .orderBy(descending(Membership.PROJECT))
                    .page(1, cursor);
            page.objects().forEach(membership -> {
                assertThat(membership.get(Membership.USER).isSet(User.EXTERNAL_ID))
                        .isTrue();
                seen.add(membership.get(Membership.ROLE));
            });
            cursor = page.next().orElse(null);
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(roles);
    }

    @Test
    void page_byFieldsThatAreNotLoaded() {
        for (long size = 1; size <= 4; size++) {
            Volume volume = Volume.named("v" + size);
            volume.set(Volume.SIZE, size);
            volumes.create(volume);
        }
        Query<Volume> query =
                volumes.only(Volume.NAME).query().orderBy(descending(Volume.SIZE), ascending(Volume.STATE));

        Page<Volume> first = query.page(2);
        Page<Volume> second = query.page(2, first.next().orElseThrow());

        assertThat(first.objects())
                .noneMatch(volume -> volume.isSet(Volume.SIZE))
                .extracting(volume -> volume.get(Volume.NAME))
                .containsExactly("v4", "v3");
        assertThat(second.objects())
                .extracting(volume -> volume.get(Volume.NAME))
                .containsExactly("v2", "v1");
        assertThat(volumes.only(Volume.NAME)
                        .findAll(Volume.SIZE, 3L, 2L)
                        .byValue()
                        .keySet())
                .containsExactly(3L, 2L);
    }

    @Test
    void page_ofConditionsAndLocks() {
        for (long size = 0; size < 6; size++) {
            Volume volume = Volume.named("v" + size);
            volume.set(Volume.SIZE, size);
            volumes.create(volume);
        }
        Query<Volume> query = volumes.query().where(Condition.less(Volume.SIZE, 5L));

        List<Long> seen = new ArrayList<>();
        database.store.write(() -> {
            Page<Volume> page = query.forUpdate().page(3);
            seen.addAll(ids(page.objects()));
            seen.addAll(ids(query.forUpdate().page(3, page.next().orElseThrow()).objects()));
        });

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void columnsOfManyKinds_areAnOrder() {
        for (int index = 0; index < 3; index++) {
            database.database.savedConsumer();
        }
        for (Field<?> field : Tables.CONSUMERS.fields()) {
            Query<Consumer> query = database.database.consumers.query().orderBy(descending(field));
            List<Consumer> seen = new ArrayList<>();
            String cursor = null;
            do {
                Page<Consumer> page = query.page(1, cursor);
                seen.addAll(page.objects());
                cursor = page.next().orElse(null);
            } while (cursor != null);
            assertThat(seen)
                    .as(field.name())
                    .extracting(consumer -> consumer.get(Consumer.ID))
                    .containsExactlyElementsOf(query.list().stream()
                            .map(consumer -> consumer.get(Consumer.ID))
                            .toList());
        }
    }

    @Test
    void timesFinerThanTheObjects_stillLeadToTheNextRow() {
        database.database.execute("CREATE TABLE moments (id bigint PRIMARY KEY, name varchar(99), created_at "
                + (database.database.engine() == Engine.H2 ? "timestamp(9)" : "${time}") + ")");
        Table<Volume> moments = Table.of(Volume.TYPE, "moments")
                .key(Volume.ID)
                .without(Volume.STATE)
                .without(Volume.SIZE)
                .without(Volume.GENERATION)
                .without(Timestamps.UPDATED_AT)
                .without(SoftDeletable.DELETED)
                .without(SoftDeletable.DELETED_AT)
                .build();
        for (int index = 1; index <= 3; index++) {
            database.database.execute("INSERT INTO moments (id, name, created_at) VALUES (" + index
                    + ", 'm', '2026-11-24 10:00:00.12345678" + index + "')");
        }
        Query<Volume> query = Store.of(database.database.jdbi, moments)
                .repository(moments)
                .query()
                .orderBy(ascending(Timestamps.CREATED_AT));

        Page<Volume> first = query.page(1);
        Page<Volume> second = query.page(1, first.next().orElseThrow());

        assertThat(first.objects().get(0).get(Volume.ID)).isEqualTo(1);
        assertThat(second.objects().get(0).get(Volume.ID)).isEqualTo(2);
    }

    // ---- cursors ----

    @Test
    void cursor_isForUrls() {
        volumes.create(Volume.named("ü?&/+ %"));
        volumes.create(Volume.named("v"));

        String cursor =
                volumes.query().orderBy(descending(Volume.NAME)).page(1).next().orElseThrow();

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void cursor_ofAnotherOrderOrTable_isRefused_beforeAnyStatement() {
        volumes.create(Volume.named("v"));
        volumes.create(Volume.named("w"));
        String cursor = volumes.query().page(1).next().orElseThrow();
        database.database.forget();

        assertRefused(volumes.query().orderBy(descending(Volume.ID)), cursor, "of another table or order");
        assertRefused(volumes.query().orderBy(ascending(Volume.SIZE)), cursor, "of another table or order");
        assertRefused(database.database.projects.query(), cursor, "of another table or order");
        assertThat(database.database.statements).isEmpty();
        assertThat(volumes.query().orderBy(ascending(Volume.ID)).page(1, cursor).objects())
                .hasSize(1);
    }

    @Test
    void textThatIsNoCursor_isRefused() {
        volumes.create(Volume.named("v"));
        volumes.create(Volume.named("w"));
        Query<Volume> query = volumes.query().orderBy(ascending(Volume.NAME));
        String cursor = query.page(1).next().orElseThrow();
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);

        for (String text : List.of("", "x", "not base64!", cursor + "AAAA", cursor.substring(0, 4), "é")) {
            assertThatThrownBy(() -> query.page(1, text)).isInstanceOf(InvalidCursorException.class);
        }
        for (int length = 0; length < bytes.length; length++) {
            String shorter = text(Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> query.page(1, shorter)).isInstanceOf(InvalidCursorException.class);
        }
        bytes[0] = 2;
        assertRefused(query, text(bytes), "no cursor of this version of the library");
        assertThatThrownBy(() -> query.page(1, "x"))
                .hasMessage("[InvalidCursor] cinder.Volume 1.0: the text is no cursor; begin with the first page");
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void assertRefused(Query<?> query, String cursor, String why) {
        assertThatThrownBy(() -> query.page(1, cursor))
                .isInstanceOf(InvalidCursorException.class)
                .hasMessageContaining(why);
    }

    @Test
    void pagesThatCannotBe_areRefused() {
        Table<Credential> secretKey = Table.of(Credential.TYPE, "credentials")
                .key(Credential.TOKEN)
                .without(Credential.NOTE)
                .build();
        Repository<Credential> credentials =
                Store.of(database.database.jdbi, secretKey).repository(secretKey);

        assertThatThrownBy(() -> volumes.query().page(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> volumes.query().limit(9).page(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> credentials.query().page(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a cursor would tell it");
    }
}
