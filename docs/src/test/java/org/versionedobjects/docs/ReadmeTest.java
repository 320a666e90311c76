package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;
import org.versionedobjects.types.Types;

/** The README's Java block, compiled and run, and what else the README promises about itself. */
class ReadmeTest {
    // tag::readme[]
    static final class Server extends VersionedObject {
        private static final ObjectType.Definition<Server> DEFINE =
                ObjectType.define(Server.class, "fleet", "Server", Server::new);

        static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
        static final Field<String> HOST = DEFINE.field("host", Types.string());
        static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        static final Field<@Nullable String> RACK =
                DEFINE.field("rack", Types.string().nullable().since("1.1"));

        static final ObjectType<Server> TYPE = DEFINE.version("1.1");

        Server() {
            super(TYPE);
        }
    }

    static final Table<Server> SERVERS = Table.of(Server.TYPE, "servers")
            .key(Server.UUID)
            .generation(Server.GENERATION)
            .build();

    static String moveAndSend(Jdbi jdbi, UUID uuid) {
        Repository<Server> servers = Store.of(jdbi, SERVERS).repository(SERVERS);
        Server server = servers.modify(Server.UUID, uuid, it -> it.set(Server.HOST, "host-7")); // writes one column

        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Server.TYPE));
        return codec.forPeer(VersionManifest.of("Server", "1.0")).toJson(server); // at 1.0, so without the rack
    }
    // end::readme[]

    private static final Path README = Path.of("..", "README.md");

    @Test
    void block_doesWhatTheReadmeSays() {
        Jdbi jdbi = Jdbi.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        UUID uuid = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        jdbi.useHandle(handle -> {
            handle.execute("CREATE TABLE servers (uuid varchar(36) PRIMARY KEY, host varchar(99), rack varchar(99),"
                    + " generation bigint)");
            handle.execute("INSERT INTO servers VALUES (?, 'host-1', 'r2', 4)", uuid.toString());
        });

        assertThat(moveAndSend(jdbi, uuid))
                .isEqualTo("{\"versioned_object.name\":\"Server\",\"versioned_object.namespace\":\"fleet\","
                        + "\"versioned_object.version\":\"1.0\",\"versioned_object.data\":{"
                        + "\"uuid\":\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\",\"host\":\"host-7\",\"generation\":5}}");
    }

    @Test
    void readme_hasTwoJavaBlocks_theFirstOfWhichIsTheOneCompiledHere() throws Exception {
        List<String> readme = Files.readAllLines(README);

        assertThat(between(readme, "```java", "```")).isEqualTo(region("readme"));
        assertThat(readme.stream().filter("```java"::equals)).hasSize(2);
    }

    @Test
    void secondBlock_isTheTestOfAnExample() throws Exception {
        List<String> readme = Files.readAllLines(README);
        List<String> second = readme.subList(readme.lastIndexOf("```java"), readme.size());
        Path test = Path.of(
                "..",
                "examples",
                "placement",
                "src",
                "test",
                "java",
                "org",
                "versionedobjects",
                "examples",
                "placement");

        assertThat(Files.readString(test.resolve("VersionsTest.java")))
                .contains(between(second, "```java", "```").indent(4));
    }

    @Test
    void readme_isUnder120Lines() throws Exception {
        assertThat(Files.readAllLines(README)).hasSizeLessThan(120);
    }

    private static String region(String tag) throws Exception {
        List<String> source = Files.readAllLines(
                Path.of("src", "test", "java", "org", "versionedobjects", "docs", "ReadmeTest.java"));
        return between(source, "    // tag::" + tag + "[]", "    // end::" + tag + "[]")
                .stripIndent();
    }

    private static String between(List<String> lines, String start, String end) {
        List<String> rest = lines.subList(lines.indexOf(start) + 1, lines.size());
        return String.join("\n", rest.subList(0, rest.indexOf(end)));
    }
}
