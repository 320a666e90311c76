package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.TableWalk.Row;

/** All rows of a table, in the order of their keys, piece by piece. */
@OnEveryEngine
class TableWalkTest {
    private final VolumeDatabase volumes;
    private final TestDatabase database;

    TableWalkTest(Engine engine) {
        this.volumes = new VolumeDatabase(engine);
        this.database = volumes.database;
    }

    @FunctionalInterface
    private interface Next<O extends VersionedObject> {
        List<Row<O>> after(@Nullable RowKey key);
    }

    /** Goes all the way, each time from the text of a key. */
    private static <O extends VersionedObject> List<O> all(TableWalk<O> walk, Next<O> next) {
        List<O> found = new ArrayList<>();
        RowKey last = null;
        for (List<Row<O>> piece = next.after(null); !piece.isEmpty(); piece = next.after(last)) {
            piece.forEach(row -> found.add(row.object()));
            last = walk.key(piece.get(piece.size() - 1).key().text());
        }
        return found;
    }

    private List<Membership> memberships() {
        List<Membership> created = new ArrayList<>();
        List<User> users = List.of(database.savedUser(), database.savedUser(), database.savedUser());
        for (int number = 0; number < 4; number++) {
            Project project = database.projects.create(Project.named("p" + number));
            users.forEach(user -> created.add(database.memberships.create(Membership.TYPE
                    .with(Membership.PROJECT, project)
                    .with(Membership.USER, user)
                    .with(Membership.ROLE, "r" + created.size())
                    .build())));
        }
        database.forget();
        return created;
    }

    private static List<String> roles(List<Membership> memberships) {
        return memberships.stream().map(each -> each.get(Membership.ROLE)).toList();
    }

    @Test
    void keyOfSeveralReferences_isWalkedInItsOrder_whereverAPieceEnds() {
        List<Membership> created = memberships();
        TableWalk<Membership> walk = database.memberships.walk();

        for (int most = 1; most <= created.size() + 1; most++) {
            int piece = most;
            assertThat(roles(all(walk, after -> walk.next(after, piece)))).isEqualTo(roles(created));
        }
        assertThat(walk.count()).isEqualTo(12);
    }

    @Test
    void lockedPieces_areTheSame_andTheirKeysToo() {
        List<Membership> created = memberships();
        TableWalk<Membership> walk = database.memberships.walk();

        List<Membership> locked = database.store.write(() -> all(walk, after -> walk.nextLocked(after, 5)));
        List<String> single = new ArrayList<>();
        database.store.write(() -> walk.nextKeys(null, 99)
                .forEach(key -> single.add(walk.locked(key).orElseThrow().get(Membership.ROLE))));

        assertThat(roles(locked)).isEqualTo(roles(created));
        assertThat(single).isEqualTo(roles(created));
    }

    @Test
    void softlyDeletedRows_areOnTheWay() {
        Volume deleted = volumes.saved("deleted");
        volumes.volumes.softDelete(deleted);
        volumes.saved("there");

        assertThat(volumes.volumes.walk().next(null, 9))
                .extracting(row -> row.object().get(Volume.NAME))
                .containsExactly("deleted", "there");
    }

    @Test
    void aPiece_isOneStatement_orTwoWhereOthersAreReferredTo() {
        volumes.saved("a");
        memberships();

        volumes.volumes.walk().next(null, 9);
        assertThat(database.statements).singleElement().asString().endsWith("FROM volumes t0 ORDER BY t0.id LIMIT 9");
        database.forget();
        database.store.write(() -> database.memberships.walk().nextLocked(null, 9));

        assertThat(database.statements.stream().filter(sql -> sql.startsWith("SELECT")))
                .hasSize(2);
    }

    @Test
    void aRowThatIsGone_isEmpty_andATextThatIsNoKey_isRefused() {
        Volume volume = volumes.saved("a");
        TableWalk<Volume> walk = volumes.volumes.walk();
        RowKey key = walk.nextKeys(null, 1).get(0);
        volumes.volumes.delete(volume);

        assertThat(volumes.store.write(() -> walk.locked(key))).isEqualTo(Optional.empty());
        assertThat(key).hasToString("id=" + volume.get(Volume.ID));
        assertThatThrownBy(() -> walk.key("\"x\"")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> walk.key("1\n2")).hasMessage("The text of a key has 2 values, but the key has 1");
    }

    @Test
    void nothingIsLocked_inARead() {
        TableWalk<Volume> walk = volumes.volumes.walk();

        assertThatThrownBy(() -> volumes.store.read(() -> walk.nextLocked(null, 1)))
                .isInstanceOf(TransactionRefusedException.class);
    }
}
