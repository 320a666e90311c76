package org.versionedobjects.benchmarks.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.SharedSessionContract;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.SelectionQuery;
import org.versionedobjects.benchmarks.database.hibernate.ConsumerEntity;
import org.versionedobjects.benchmarks.database.hibernate.ProjectEntity;
import org.versionedobjects.benchmarks.database.hibernate.UserEntity;

/**
 * What Hibernate's two kinds of session have in common. Hibernate does not batch inserts into an identity column, so its
 * schema gets what its documentation recommends instead: a sequence that gives ids by the hundred.
 */
abstract class HibernateWay implements DatabaseWay<ConsumerEntity> {
    private static final String SELECT = "from ConsumerEntity c join fetch c.project join fetch c.user";

    private final String name;
    protected final SessionFactory sessions;

    HibernateWay(String name, BenchmarkDatabase database) throws SQLException {
        this.name = name;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SEQUENCE " + ConsumerEntity.IDS + " START WITH "
                    + (database.consumers() + ConsumerEntity.IDS_AT_ONCE + 1) + " INCREMENT BY "
                    + ConsumerEntity.IDS_AT_ONCE);
        }
        Configuration configuration = new Configuration()
                .addAnnotatedClass(ConsumerEntity.class)
                .addAnnotatedClass(ProjectEntity.class)
                .addAnnotatedClass(UserEntity.class)
                .setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, PAGE)
                .setProperty(AvailableSettings.ORDER_UPDATES, true)
                .setProperty(AvailableSettings.JAVA_TIME_USE_DIRECT_JDBC, true);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database.dataSource());
        sessions = configuration.buildSessionFactory();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ConsumerEntity make(ConsumerRow row) {
        ConsumerEntity made = new ConsumerEntity();
        made.uuid = row.uuid();
        made.project = new ProjectEntity();
        made.project.id = row.projectId();
        made.project.externalId = row.projectExternalId();
        made.user = new UserEntity();
        made.user.id = row.userId();
        made.user.externalId = row.userExternalId();
        made.consumerTypeId = row.consumerTypeId();
        return made;
    }

    @Override
    public ConsumerRow row(ConsumerEntity consumer) {
        return ConsumerRow.ofColumns(
                consumer.id,
                consumer.uuid,
                consumer.project.id,
                consumer.project.externalId,
                consumer.user.id,
                consumer.user.externalId,
                consumer.generation,
                consumer.consumerTypeId,
                consumer.createdAt,
                consumer.updatedAt);
    }

    @Override
    public void changeType(ConsumerEntity consumer, long typeId) {
        consumer.consumerTypeId = typeId;
    }

    protected static List<Long> ids(List<ConsumerEntity> consumers) {
        return consumers.stream().map(consumer -> consumer.id).toList();
    }

    protected static SelectionQuery<ConsumerEntity> withUuid(SharedSessionContract session, UUID uuid) {
        return session.createSelectionQuery(SELECT + " where c.uuid = :uuid", ConsumerEntity.class)
                .setParameter("uuid", uuid);
    }

    protected static SelectionQuery<ConsumerEntity> pageAfter(SharedSessionContract session, long id) {
        return session.createSelectionQuery(SELECT + " where c.id > :after order by c.id", ConsumerEntity.class)
                .setParameter("after", id)
                .setMaxResults(PAGE);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
