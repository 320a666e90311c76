package org.versionedobjects.benchmarks.database;

/** The statements of those who write them by hand, with named parameters. */
final class ConsumerSql {
    private static final String SELECT = "SELECT c.id, c.uuid, c.project_id, p.external_id, c.user_id, u.external_id,"
            + " c.generation, c.consumer_type_id, c.created_at, c.updated_at FROM consumers c"
            + " JOIN projects p ON p.id = c.project_id JOIN users u ON u.id = c.user_id";

    static final String INSERT =
            "INSERT INTO consumers (uuid, project_id, user_id, generation, consumer_type_id, created_at)"
                    + " VALUES (:uuid, :project_id, :user_id, :generation, :consumer_type_id, :created_at)";
    static final String UPDATE = "UPDATE consumers SET consumer_type_id = :consumer_type_id, generation = :next,"
            + " updated_at = :updated_at WHERE id = :id AND generation = :generation";
    static final String LOAD = SELECT + " WHERE c.uuid = :uuid";
    static final String PAGE = SELECT + " WHERE c.id > :after ORDER BY c.id LIMIT " + DatabaseWay.PAGE;
    static final String ALL = SELECT + " ORDER BY c.id";

    private ConsumerSql() {}

    /** Returns a statement with a mark for each parameter. */
    static String marked(String sql) {
        return sql.replaceAll(":\\w+", "?");
    }
}
