package org.versionedobjects.persistence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Types;

/** A database of projects whose consumers have users and allocations, and of tags that projects share. */
final class Tenancy {
    private static final String SCHEMA = """
        CREATE TABLE tenants (id ${generated}, name varchar(50), parent_id bigint, generation bigint);
        CREATE TABLE owners (id ${generated}, name varchar(50));
        CREATE TABLE servers (id ${generated}, name varchar(50), tenant_id bigint, owner_id bigint, generation bigint,
          deleted_at ${time});
        CREATE TABLE shares (id ${generated}, server_id bigint, used bigint);
        CREATE TABLE tags (name varchar(50) PRIMARY KEY, note varchar(50));
        CREATE TABLE tenant_tags (id ${generated}, tenant_id bigint, tag varchar(50));
        """;

    /** Has servers, tags and tenants below it. */
    static final class Tenant extends VersionedObject {
        private static final ObjectType.Definition<Tenant> DEFINE =
                ObjectType.define(Tenant.class, "tenancy", "Tenant", Tenant::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<@Nullable Long> PARENT_ID =
                DEFINE.field("parent_id", Types.longInteger().nullable());
        static final Field<List<Tenant>> PARTS = DEFINE.field("parts", Types.listOf(Types.object(Tenant.class)));
        static final Field<List<Server>> SERVERS = DEFINE.field("servers", Types.listOf(Types.object(Server.class)));
        static final Field<List<Tag>> TAGS = DEFINE.field("tags", Types.listOf(Types.object(Tag.class)));
        static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        static final ObjectType<Tenant> TYPE = DEFINE.version("1.0");

        Tenant() {
            super(TYPE);
        }

        List<String> serverNames() {
            return get(SERVERS).stream().map(server -> server.get(Server.NAME)).toList();
        }
    }

    static final class Owner extends VersionedObject {
        private static final ObjectType.Definition<Owner> DEFINE =
                ObjectType.define(Owner.class, "tenancy", "Owner", Owner::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final ObjectType<Owner> TYPE = DEFINE.version("1.0");

        Owner() {
            super(TYPE);
        }
    }

    /** Belongs to a tenant, and has shares. */
    static final class Server extends VersionedObject implements SoftDeletable {
        private static final ObjectType.Definition<Server> DEFINE =
                ObjectType.define(Server.class, "tenancy", "Server", Server::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<Tenant> TENANT = DEFINE.field("tenant", Types.object(Tenant.class));
        static final Field<@Nullable Owner> OWNER =
                DEFINE.field("owner", Types.object(Owner.class).nullable());
        static final Field<List<Share>> SHARES = DEFINE.field("shares", Types.listOf(Types.object(Share.class)));
        static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        static final ObjectType<Server> TYPE =
                DEFINE.include(SoftDeletable.MIXIN).version("1.0");

        Server() {
            super(TYPE);
        }
    }

    static final class Share extends VersionedObject {
        private static final ObjectType.Definition<Share> DEFINE =
                ObjectType.define(Share.class, "tenancy", "Share", Share::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<Server> SERVER = DEFINE.field("server", Types.object(Server.class));
        static final Field<Long> USED = DEFINE.field("used", Types.longInteger());
        static final ObjectType<Share> TYPE = DEFINE.version("1.0");

        Share() {
            super(TYPE);
        }
    }

    static final class Tag extends VersionedObject {
        private static final ObjectType.Definition<Tag> DEFINE =
                ObjectType.define(Tag.class, "tenancy", "Tag", Tag::new);

        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<@Nullable String> NOTE =
                DEFINE.field("note", Types.string().nullable());
        static final Field<List<TenantTag>> USES = DEFINE.field("uses", Types.listOf(Types.object(TenantTag.class)));
        static final ObjectType<Tag> TYPE = DEFINE.version("1.0");

        Tag() {
            super(TYPE);
        }
    }

    /** Puts a tag to a tenant. */
    static final class TenantTag extends VersionedObject {
        private static final ObjectType.Definition<TenantTag> DEFINE =
                ObjectType.define(TenantTag.class, "tenancy", "TenantTag", TenantTag::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<Tenant> TENANT = DEFINE.field("tenant", Types.object(Tenant.class));
        static final Field<Tag> TAG = DEFINE.field("tag", Types.object(Tag.class));
        static final ObjectType<TenantTag> TYPE = DEFINE.version("1.0");

        TenantTag() {
            super(TYPE);
        }
    }

    static final Table<Tenant> TENANTS = Table.of(Tenant.TYPE, "tenants")
            .generatedKey(Tenant.ID)
            .generation(Tenant.GENERATION)
            .without(Tenant.PARTS)
            .without(Tenant.SERVERS)
            .without(Tenant.TAGS)
            .build();
    static final Table<Owner> OWNERS =
            Table.of(Owner.TYPE, "owners").generatedKey(Owner.ID).build();
    static final Table<Server> SERVERS = Table.of(Server.TYPE, "servers")
            .generatedKey(Server.ID)
            .generation(Server.GENERATION)
            .reference(Server.TENANT, "tenant_id", TENANTS)
            .reference(Server.OWNER, "owner_id", OWNERS)
            .without(Server.SHARES)
            .without(SoftDeletable.DELETED)
            .softDelete(SoftDeletable.DELETED_AT)
            .build();
    static final Table<Share> SHARES = Table.of(Share.TYPE, "shares")
            .generatedKey(Share.ID)
            .reference(Share.SERVER, "server_id", SERVERS)
            .build();
    static final Table<Tag> TAGS =
            Table.of(Tag.TYPE, "tags").key(Tag.NAME).without(Tag.USES).build();
    static final Table<TenantTag> TENANT_TAGS = Table.of(TenantTag.TYPE, "tenant_tags")
            .generatedKey(TenantTag.ID)
            .reference(TenantTag.TENANT, "tenant_id", TENANTS)
            .reference(TenantTag.TAG, "tag", TAGS)
            .build();

    static final Relation<Server, Share> SHARES_OF_SERVER =
            Relation.toMany(SERVERS, Server.SHARES, SHARES, Share.SERVER);
    static final Relation<Tenant, Server> SERVERS_OF_TENANT =
            Relation.toMany(TENANTS, Tenant.SERVERS, SERVERS, Server.TENANT);
    static final Relation<Tenant, Tenant> PARTS_OF_TENANT =
            Relation.toMany(TENANTS, Tenant.PARTS, TENANTS, Tenant.PARENT_ID);
    static final Relation<Tenant, Tag> TAGS_OF_TENANT =
            Relation.toManyThrough(TENANTS, Tenant.TAGS, TENANT_TAGS, TenantTag.TENANT, TenantTag.TAG);
    static final Relation<Tag, TenantTag> USES_OF_TAG = Relation.toMany(TAGS, Tag.USES, TENANT_TAGS, TenantTag.TAG);

    final TestDatabase database;
    final Store store;
    final Repository<Tenant> tenants;
    final Repository<Owner> owners;
    final Repository<Server> servers;
    final Repository<Share> shares;
    final Repository<Tag> tags;
    final Repository<TenantTag> tenantTags;

    Tenancy(Engine engine) {
        this.database = new TestDatabase(engine);
        database.execute(SCHEMA);
        this.store = newStore().build();
        this.tenants = store.repository(TENANTS);
        this.owners = store.repository(OWNERS);
        this.servers = store.repository(SERVERS);
        this.shares = store.repository(SHARES);
        this.tags = store.repository(TAGS);
        this.tenantTags = store.repository(TENANT_TAGS);
        database.forget();
    }

    Store.Builder newStore() {
        return Store.builder(database.jdbi)
                .clock(Clock.fixed(TestDatabase.NOW, ZoneOffset.UTC))
                .tables(TENANTS, OWNERS, SERVERS, SHARES, TAGS, TENANT_TAGS);
    }

    Tenant tenant(String name) {
        return tenants.create(Tenant.TYPE.with(Tenant.NAME, name).build());
    }

    Server server(Tenant tenant, String name) {
        return servers.create(Server.TYPE
                .with(Server.NAME, name)
                .with(Server.TENANT, tenant)
                .with(
                        Server.OWNER,
                        owners.create(Owner.TYPE.with(Owner.NAME, "of " + name).build()))
                .build());
    }

    Share share(Server server, long used) {
        return shares.create(
                Share.TYPE.with(Share.SERVER, server).with(Share.USED, used).build());
    }

    Tag tag(String name, Tenant... of) {
        Tag tag = tags.create(Tag.TYPE.with(Tag.NAME, name).build());
        for (Tenant tenant : of) {
            tenantTags.create(TenantTag.TYPE
                    .with(TenantTag.TENANT, tenant)
                    .with(TenantTag.TAG, tag)
                    .build());
        }
        return tag;
    }

    /** Creates many tenants with two servers each, which have an owner and a share each; returns the tenants. */
    List<Tenant> manyTenants(int count) {
        List<Tenant> made = new ArrayList<>();
        List<Owner> madeOwners = new ArrayList<>();
        List<Server> madeServers = new ArrayList<>();
        List<Share> madeShares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(Tenant.TYPE.with(Tenant.NAME, "t" + i).build());
            for (String name : List.of("a" + i, "b" + i)) {
                madeOwners.add(Owner.TYPE.with(Owner.NAME, "of " + name).build());
                madeServers.add(Server.TYPE
                        .with(Server.NAME, name)
                        .with(Server.TENANT, made.get(i))
                        .with(Server.OWNER, madeOwners.get(madeOwners.size() - 1))
                        .build());
                madeShares.add(Share.TYPE
                        .with(Share.SERVER, madeServers.get(madeServers.size() - 1))
                        .with(Share.USED, (long) i)
                        .build());
            }
        }
        tenants.createAll(made);
        owners.createAll(madeOwners);
        servers.createAll(madeServers);
        shares.createAll(madeShares);
        database.forget();
        return made;
    }
}
