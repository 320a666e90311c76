package org.versionedobjects.benchmarks.database.spring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Reads consumers with their projects and users. */
public interface ConsumerRepository extends Repository<ConsumerAggregate, Long> {
    /** All columns of a consumer, and two of other tables. */
    String SELECT = "SELECT c.id, c.uuid, c.project_id, p.external_id AS project_external_id,"
            + " c.user_id, u.external_id AS user_external_id, c.generation, c.consumer_type_id, c.created_at, c.updated_at"
            + " FROM consumers c JOIN projects p ON p.id = c.project_id JOIN users u ON u.id = c.user_id";

    /** Returns one. */
    @Query(SELECT + " WHERE c.uuid = :uuid")
    ConsumerAggregate load(@Param("uuid") UUID uuid);

    /** Returns the next ones by id. */
    @Query(SELECT + " WHERE c.id > :after ORDER BY c.id LIMIT :count")
    List<ConsumerAggregate> page(@Param("after") long after, @Param("count") int count);
}
