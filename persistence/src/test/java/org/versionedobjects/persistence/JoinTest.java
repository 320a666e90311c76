package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a query selects of a row and of those that it refers to: no key twice. */
class JoinTest {
    private static final Column<?> PROJECT = Tables.CONSUMERS.requiredColumn(Consumer.PROJECT);
    private static final Column<?> USER = Tables.CONSUMERS.requiredColumn(Consumer.USER);

    private final Dialect dialect = new H2Dialect();

    private static Join join(Fields fields, Column<?>... besides) {
        return Join.of(Tables.CONSUMERS, fields, List.of(besides));
    }

    @Test
    void aKeyThatTheRowThereTells_isNotToldByTheColumn() {
        Join join = join(Fields.all());

        assertThat(join.tells(PROJECT)).isFalse();
        assertThat(join.select(dialect))
                .contains(
                        "CASE WHEN t1.id IS NULL THEN t0.project_id END",
                        "CASE WHEN t2.id IS NULL THEN t0.user_id END");
    }

    @Test
    void aColumnThatWasAskedFor_isSelectedAsItIs_andOnce() {
        Join join = join(Fields.all(), PROJECT);

        assertThat(join.tells(PROJECT)).isTrue();
        assertThat(join.tells(USER)).isFalse();
        assertThat(join.select(dialect))
                .startsWith("SELECT t0.id, t0.uuid, t0.project_id, CASE WHEN t2.id IS NULL THEN t0.user_id END, t0.")
                .doesNotContain("THEN t0.project_id");
    }

    @Test
    void aColumnThatIsLeftOut_isSelectedIfItIsAskedFor_afterTheFields() {
        Join join = join(Fields.of(Consumer.UUID), USER);

        assertThat(join.tells(USER)).isTrue();
        assertThat(join.select(dialect)).startsWith("SELECT t0.id, t0.uuid, t0.generation, t0.user_id FROM");
        assertThat(join.indexOf(USER)).isEqualTo(4);
    }

    @Test
    void onlyWhatGoesOnAfterARow_asksForWhatItGoesOnAfter() {
        TestDatabase database = new TestDatabase();
        database.savedConsumer();
        Query<Consumer> query = database.consumers.query().orderBy(Order.ascending(Consumer.PROJECT));

        query.list();
        query.page(1);

        assertThat(database.statements.get(0)).contains("THEN t0.project_id END");
        assertThat(database.statements.get(1)).doesNotContain("THEN t0.project_id END");
    }

    @Test
    void aReaderThatDoesNotTellAColumn_saysSo() throws SQLException {
        Dialects dialects = new Dialects();
        RowReader<Consumer> reader =
                new RowReader<>(Tables.CONSUMERS, dialects, new Failures(dialects, List.of(Tables.CONSUMERS)));
        try (Connection connection = Engine.H2.newDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("SELECT 1")) {
            ResultRow row = new ResultRow(dialect, results);

            assertThatThrownBy(() -> reader.raw(row, PROJECT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The query does not tell what is in consumers.project_id");
        }
    }
}
