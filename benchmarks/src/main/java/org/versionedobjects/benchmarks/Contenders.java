package org.versionedobjects.benchmarks;

import java.io.IOException;
import java.util.SortedMap;
import org.versionedobjects.benchmarks.report.Versions;

/** The artifacts that take part. */
final class Contenders {
    private Contenders() {}

    static SortedMap<String, String> versions() throws IOException, ClassNotFoundException {
        return new Versions()
                .add(org.versionedobjects.VersionedObject.class)
                .add(tools.jackson.core.JsonGenerator.class)
                .add(tools.jackson.databind.ObjectMapper.class)
                .add(tools.jackson.module.blackbird.BlackbirdModule.class)
                .add(com.fasterxml.jackson.core.JsonGenerator.class)
                .add(com.fasterxml.jackson.databind.ObjectMapper.class)
                .add(com.fasterxml.jackson.datatype.jsr310.JavaTimeModule.class)
                .add(com.fasterxml.jackson.module.blackbird.BlackbirdModule.class)
                .add(com.github.jonpeterson.jackson.module.versioning.VersioningModule.class)
                .add(io.avaje.jsonb.Jsonb.class)
                .add(io.avaje.json.JsonReader.class)
                .add(org.jooq.Record.class)
                .add(org.jdbi.v3.core.Jdbi.class)
                .add(org.hibernate.Session.class)
                .add(io.ebean.Database.class)
                .add(org.springframework.data.jdbc.core.JdbcAggregateTemplate.class)
                .add(org.springframework.jdbc.core.JdbcTemplate.class)
                .add(com.zaxxer.hikari.HikariDataSource.class)
                .add(org.h2.Driver.class)
                .add(Class.forName("org.postgresql.Driver"))
                .add(org.openjdk.jol.info.GraphLayout.class)
                .all();
    }
}
