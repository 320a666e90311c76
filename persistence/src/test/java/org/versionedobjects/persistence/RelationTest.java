package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.persistence.Tenancy.Owner;
import org.versionedobjects.persistence.Tenancy.Server;
import org.versionedobjects.persistence.Tenancy.Share;
import org.versionedobjects.persistence.Tenancy.Tag;
import org.versionedobjects.persistence.Tenancy.Tenant;
import org.versionedobjects.persistence.Tenancy.TenantTag;

/** Relations of many objects in a constant number of statements. */
@OnEveryEngine
class RelationTest {
    private final Tenancy tenancy;
    private final TestDatabase database;

    RelationTest(Engine engine) {
        this.tenancy = new Tenancy(engine);
        this.database = tenancy.database;
    }

    private List<String> statements() {
        List<String> statements = List.copyOf(database.statements);
        database.forget();
        return statements;
    }

    // ---- lists ----

    @Test
    void aThousandObjects_areLoadedWithAllOfIt_inAStatementForEachTable() {
        tenancy.manyTenants(1_000);

        List<Tenant> tenants = tenancy.tenants
                .with(Tenancy.SERVERS_OF_TENANT.with(Tenancy.SHARES_OF_SERVER), Tenancy.TAGS_OF_TENANT)
                .query()
                .list();

        assertThat(statements()).hasSize(4);
        assertThat(tenants).hasSize(1_000).allSatisfy(tenant -> {
            assertThat(tenant.get(Tenant.SERVERS))
                    .hasSize(2)
                    .allMatch(server -> server.get(Server.SHARES).size() == 1);
            assertThat(tenant.get(Tenant.TAGS)).isEmpty();
        });
    }

    @Test
    void lists_ofAThousandObjects_takeOneStatementForEachRelation() {
        List<Tenant> tenants = tenancy.manyTenants(1_000);

        tenancy.tenants.fetch(tenants, Tenancy.SERVERS_OF_TENANT.with(Tenancy.SHARES_OF_SERVER));

        assertThat(statements()).hasSize(2);
        for (int i = 0; i < tenants.size(); i++) {
            Tenant tenant = tenants.get(i);
            assertThat(tenant.serverNames()).containsExactly("a" + i, "b" + i);
            assertThat(tenant.hasChanges()).isFalse();
            for (Server server : tenant.get(Tenant.SERVERS)) {
                assertThat(server.get(Server.OWNER).get(Owner.NAME)).isEqualTo("of " + server.get(Server.NAME));
                assertThat(server.get(Server.SHARES))
                        .singleElement()
                        .extracting(share -> share.get(Share.USED))
                        .isEqualTo((long) i);
            }
        }
    }

    @Test
    void queries_andPages_bringRelationsWithThem() {
        tenancy.manyTenants(30);
        database.forget();
        Repository<Tenant> withServers = tenancy.tenants.with(Tenancy.SERVERS_OF_TENANT);

        List<Tenant> found = withServers.query().limit(20).list();
        assertThat(statements()).hasSize(2);
        assertThat(found).hasSize(20).allMatch(tenant -> tenant.serverNames().size() == 2);

        List<Tenant> page = withServers.query().page(10).objects();
        assertThat(statements()).hasSize(2);
        assertThat(page).hasSize(10).allMatch(tenant -> tenant.serverNames().size() == 2);
    }

    @Test
    void list_isInTheOrderOfTheKey_andEmptyWhereThereIsNone() {
        Tenant full = tenancy.tenant("full");
        Tenant empty = tenancy.tenant("empty");
        tenancy.server(full, "z");
        tenancy.server(full, "a");

        tenancy.tenants.fetch(List.of(empty, full), Tenancy.SERVERS_OF_TENANT);

        assertThat(full.serverNames()).containsExactly("z", "a");
        assertThat(empty.get(Tenant.SERVERS)).isEmpty();
        assertThat(empty.hasChanges()).isFalse();
    }

    @Test
    void list_isInAnOrder_thatIsGiven() {
        Tenant tenant = tenancy.tenant("t");
        Server nobodys = tenancy.server(tenant, "a");
        tenancy.server(tenant, "c");
        tenancy.server(tenant, "b");
        tenancy.server(tenant, "b");
        nobodys.set(Server.OWNER, null);
        tenancy.servers.save(nobodys);
        tenancy.tag("blue", tenant);
        tenancy.tag("amber", tenant);

        tenancy.tenants.fetch(
                List.of(tenant),
                Tenancy.SERVERS_OF_TENANT.orderedBy(
                        Order.ascending(Server.OWNER).nullsLast(), Order.descending(Server.NAME)));
        assertThat(tenant.serverNames()).containsExactly("c", "b", "b", "a");

        tenant.unset(Tenant.SERVERS);
        tenancy.tenants.fetch(
                List.of(tenant),
                Tenancy.SERVERS_OF_TENANT.only().orderedBy(Order.descending(Server.NAME)),
                Tenancy.TAGS_OF_TENANT.orderedBy(Order.descending(Tag.NAME)));
        assertThat(tenant.get(Tenant.SERVERS))
                .extracting(server -> server.get(Server.ID))
                .containsExactly(2L, 3L, 4L, 1L);
        assertThat(names(tenant)).containsExactly("blue", "amber");
        assertThatThrownBy(() -> Tenancy.SERVERS_OF_TENANT.orderedBy(Order.ascending(Tenant.NAME)))
                .isInstanceOf(UnknownFieldException.class);
    }

    @Test
    void list_hasObjectsWithoutTheReferenceBack_unlessItIsAskedFor() {
        Tenant tenant = tenancy.tenant("t");
        tenancy.server(tenant, "s");
        Tenant other = tenancy.tenants.require(Tenant.ID, tenant.get(Tenant.ID));
        database.forget();

        tenancy.tenants.fetch(List.of(tenant), Tenancy.SERVERS_OF_TENANT);
        Server server = tenant.get(Tenant.SERVERS).get(0);
        assertThat(server.isSet(Server.TENANT)).isFalse();
        assertThat(statements()).singleElement().asString().doesNotContain("tenants");

        tenancy.tenants.fetch(List.of(other), Tenancy.SERVERS_OF_TENANT.only(Server.TENANT));
        Server whole = other.get(Tenant.SERVERS).get(0);
        assertThat(whole.get(Server.TENANT).get(Tenant.NAME)).isEqualTo("t");
        assertThat(whole.isSet(Server.NAME)).isFalse();
    }

    @Test
    void objectsInAList_areSavedByThemselves() {
        Tenant tenant = tenancy.tenant("t");
        Server row = tenancy.server(tenant, "s");
        tenancy.tenants.fetch(List.of(tenant), Tenancy.SERVERS_OF_TENANT);
        Server server = tenant.get(Tenant.SERVERS).get(0);
        server.set(Server.NAME, "renamed");
        tenant.set(Tenant.NAME, "u");

        assertThat(tenancy.tenants.save(tenant).unsaved()).containsExactly("servers[0].name");
        tenancy.servers.save(server);

        assertThat(tenant.hasChanges()).isFalse();
        tenancy.servers.refresh(row);
        assertThat(row.get(Server.NAME)).isEqualTo("renamed");
        assertThat(row.get(Server.TENANT).get(Tenant.NAME)).isEqualTo("u");
    }

    @Test
    void list_leavesOutWhatIsSoftlyDeleted_unlessAskedFor() {
        Tenant tenant = tenancy.tenant("t");
        tenancy.server(tenant, "kept");
        tenancy.servers.softDelete(tenancy.server(tenant, "gone"));

        tenancy.tenants.fetch(List.of(tenant), Tenancy.SERVERS_OF_TENANT);
        assertThat(tenant.serverNames()).containsExactly("kept");

        tenant.unset(Tenant.SERVERS);
        tenancy.tenants.fetch(List.of(tenant), Tenancy.SERVERS_OF_TENANT.includingDeleted());
        assertThat(tenant.serverNames()).containsExactly("kept", "gone");
    }

    @Test
    void list_byAPlainKey_andOfTheSameTable() {
        Tenant root = tenancy.tenant("root");
        Tenant part = tenancy.tenants.create(Tenant.TYPE
                .with(Tenant.NAME, "part")
                .with(Tenant.PARENT_ID, root.get(Tenant.ID))
                .build());
        tenancy.tenants.create(Tenant.TYPE
                .with(Tenant.NAME, "leaf")
                .with(Tenant.PARENT_ID, part.get(Tenant.ID))
                .build());
        database.forget();

        tenancy.tenants.fetch(List.of(root), Tenancy.PARTS_OF_TENANT.with(Tenancy.PARTS_OF_TENANT));

        assertThat(statements()).hasSize(2);
        Tenant inner = root.get(Tenant.PARTS).get(0);
        assertThat(inner.get(Tenant.PARENT_ID)).isEqualTo(root.get(Tenant.ID));
        assertThat(inner.get(Tenant.PARTS))
                .singleElement()
                .extracting(leaf -> leaf.get(Tenant.NAME))
                .isEqualTo("leaf");
        assertThat(inner.get(Tenant.PARTS).get(0).isSet(Tenant.PARTS)).isFalse();
    }

    @Test
    void objectsOfOneRow_getObjectsOfTheirOwn() {
        Tenant one = tenancy.tenant("t");
        Tenant other = tenancy.tenants.require(Tenant.ID, one.get(Tenant.ID));
        tenancy.server(one, "s");

        tenancy.tenants.fetch(List.of(one, other, one), Tenancy.SERVERS_OF_TENANT);

        assertThat(one.get(Tenant.SERVERS)).hasSize(1);
        assertThat(other.get(Tenant.SERVERS)).hasSize(1).doesNotContainAnyElementsOf(one.get(Tenant.SERVERS));
        one.get(Tenant.SERVERS).get(0).set(Server.NAME, "x");
        assertThat(other.serverNames()).containsExactly("s");
    }

    @Test
    void listThatIsThere_staysAsItIs_andIsGoneInto() {
        Tenant tenant = tenancy.tenant("t");
        tenancy.share(tenancy.server(tenant, "s"), 5);
        tenancy.tenants.fetch(List.of(tenant), Tenancy.SERVERS_OF_TENANT);
        Server server = tenant.get(Tenant.SERVERS).get(0);
        server.set(Server.NAME, "changed");
        database.forget();

        tenancy.tenants.fetch(List.of(tenant), Tenancy.SERVERS_OF_TENANT.with(Tenancy.SHARES_OF_SERVER));

        assertThat(statements()).hasSize(1);
        assertThat(tenant.get(Tenant.SERVERS)).containsExactly(server);
        assertThat(server.get(Server.NAME)).isEqualTo("changed");
        assertThat(server.get(Server.SHARES)).hasSize(1);
    }

    @Test
    void tagsThroughATable_areThoseOfEach_withKeysOfAnyCharacters() {
        Tenant one = tenancy.tenant("one");
        Tenant other = tenancy.tenant("other");
        Tag strange = tenancy.tag("a\"b\\c,{d}'e", one, other);
        tenancy.tag("blue", other);
        Tag unused = tenancy.tag("unused");
        database.forget();

        tenancy.tenants.fetch(List.of(one, other), Tenancy.TAGS_OF_TENANT.with(Tenancy.USES_OF_TAG));

        assertThat(statements()).hasSize(2);
        assertThat(names(one)).containsExactly("a\"b\\c,{d}'e");
        assertThat(names(other)).containsExactly("a\"b\\c,{d}'e", "blue");
        assertThat(one.get(Tenant.TAGS).get(0))
                .isNotSameAs(other.get(Tenant.TAGS).get(0));
        assertThat(one.get(Tenant.TAGS).get(0).get(Tag.USES)).hasSize(2);

        tenancy.tags.fetch(List.of(strange, unused), Tenancy.USES_OF_TAG.only(TenantTag.TENANT));
        assertThat(strange.get(Tag.USES))
                .extracting(use -> use.get(TenantTag.TENANT).get(Tenant.NAME))
                .containsExactly("one", "other");
        assertThat(unused.get(Tag.USES)).isEmpty();
    }

    private static List<String> names(Tenant tenant) {
        return tenant.get(Tenant.TAGS).stream().map(tag -> tag.get(Tag.NAME)).toList();
    }

    @Test
    void moreObjectsThanAStatementHasParameters_takeOneMore() {
        List<Tenant> tenants = LongStream.rangeClosed(1, KeyedRows.MOST_PARAMETERS + 1)
                .mapToObj(RelationTest::notThere)
                .toList();

        tenancy.tenants.fetch(tenants, Tenancy.SERVERS_OF_TENANT);

        assertThat(statements()).hasSize(2);
        assertThat(tenants).allMatch(tenant -> tenant.get(Tenant.SERVERS).isEmpty());
    }

    private static Tenant notThere(long id) {
        Tenant tenant = StateAccess.newForLoading(Tenant.TYPE);
        StateAccess.load(tenant, Tenant.ID, id);
        return tenant;
    }

    // ---- references and fields ----

    @Test
    void references_ofManyObjects_takeOneStatement_andGoOnFromThere() {
        tenancy.manyTenants(100);
        List<Server> servers = tenancy.servers.withoutReferences().query().list();
        database.forget();
        Relation<Server, Tenant> tenantOfServer = Relation.toOne(Tenancy.SERVERS, Server.TENANT);

        tenancy.servers.fetch(
                servers, tenantOfServer.only(Tenant.NAME).with(Tenancy.SERVERS_OF_TENANT.only(Server.NAME)));

        assertThat(statements()).hasSize(2);
        assertThat(servers).allSatisfy(server -> {
            assertThat(server.get(Server.TENANT).serverNames()).hasSize(2).contains(server.get(Server.NAME));
            assertThat(server.get(Server.TENANT).isSet(Tenant.PARENT_ID)).isFalse();
            assertThat(server.isSet(Server.OWNER)).isFalse();
            assertThat(server.hasChanges()).isFalse();
        });
    }

    @Test
    void fields_thatWereLeftOut_areFetchedTogether_andWhatIsSetStays() {
        Tenant tenant = tenancy.tenant("t");
        Server first = tenancy.server(tenant, "a");
        Server second = tenancy.server(tenant, "b");
        Repository<Server> only = tenancy.servers.only();
        Server one = only.require(Server.ID, first.get(Server.ID));
        Server other = only.require(Server.ID, second.get(Server.ID));
        one.set(Server.NAME, "mine");
        first.set(Server.NAME, "theirs");
        tenancy.servers.save(first);
        database.forget();

        tenancy.servers.fetch(List.of(one, other), Server.NAME, Server.OWNER);

        assertThat(statements()).hasSize(1);
        assertThat(one.get(Server.NAME)).isEqualTo("mine");
        assertThat(one.get(Server.OWNER).get(Owner.NAME)).isEqualTo("of a");
        assertThat(one.get(Server.GENERATION)).isZero();
        assertThat(other.get(Server.NAME)).isEqualTo("b");
        assertThat(other.hasChanges()).isFalse();
        assertThat(one.isSet(Server.TENANT)).isFalse();
        assertThatThrownBy(() -> tenancy.servers.save(one)).isInstanceOf(ConcurrentUpdateConflict.class);
    }

    @Test
    void fields_ofAKeyOfSeveralColumns() {
        List<Membership> memberships = new ArrayList<>();
        for (String role : List.of("member", "reader")) {
            database.memberships.create(Membership.TYPE
                    .with(Membership.PROJECT, database.projects.create(Project.named(role)))
                    .with(Membership.USER, database.savedUser())
                    .with(Membership.ROLE, role)
                    .build());
            memberships.add(database.memberships.only().require(Membership.ROLE, role));
        }
        database.forget();

        database.memberships.fetch(memberships, Membership.ROLE);

        assertThat(statements()).hasSize(1);
        assertThat(memberships).extracting(each -> each.get(Membership.ROLE)).containsExactly("member", "reader");
    }

    @Test
    void fields_ofARowThatIsGone_stayUnset() {
        Tenant tenant = tenancy.tenant("t");
        Tenant part = tenancy.tenants.only().require(Tenant.NAME, "t");
        tenancy.tenants.delete(tenant);

        tenancy.tenants.fetch(List.of(part), Tenant.NAME);

        assertThat(part.isSet(Tenant.NAME)).isFalse();
    }

    @Test
    void fetch_ofNothing_asksNothing() {
        Tenant tenant = tenancy.tenant("t");
        database.forget();

        tenancy.tenants.fetch(List.of(), Tenancy.SERVERS_OF_TENANT.with(Tenancy.SHARES_OF_SERVER));
        tenancy.tenants.fetch(List.of(tenant), Tenant.NAME);

        assertThat(statements()).isEmpty();
        Tenant unsaved = new Tenant();
        assertThatThrownBy(() -> tenancy.tenants.fetch(List.of(unsaved), Tenancy.SERVERS_OF_TENANT))
                .isInstanceOf(UnsavableException.class);
        assertThatThrownBy(() -> tenancy.tenants.fetch(List.of(tenant), Tenant.SERVERS))
                .isInstanceOf(UnknownFieldException.class);
    }

    // ---- with a load, and in a transaction ----

    @Test
    void with_bringsRelations_whateverTheLoad() {
        Tenant tenant = tenancy.tenant("t");
        tenancy.server(tenant, "s");
        Repository<Tenant> with =
                tenancy.tenants.only(Tenant.NAME).with(Tenancy.SERVERS_OF_TENANT, Tenancy.TAGS_OF_TENANT);
        database.forget();

        assertThat(with.require(Tenant.NAME, "t").serverNames()).containsExactly("s");
        assertThat(statements()).hasSize(3);
        assertThat(with.find(Tenant.NAME, "none")).isEmpty();
        assertThat(statements()).hasSize(1);
        Tenant modified =
                with.modify(Tenant.NAME, "t", each -> each.update(Tenant.NAME, name -> name + each.serverNames()));
        assertThat(modified.get(Tenant.NAME)).isEqualTo("t[s]");
        assertThat(modified.get(Tenant.TAGS)).isEmpty();
    }

    @Test
    void whatWasFetchedInATransactionThatRollsBack_goes() {
        Tenant tenant = tenancy.tenant("t");
        Tenant part = tenancy.tenants.only().require(Tenant.NAME, "t");

        assertThatThrownBy(() -> tenancy.store.write(() -> {
                    tenancy.server(tenant, "never");
                    tenancy.tenants.fetch(List.of(part), Tenancy.SERVERS_OF_TENANT);
                    tenancy.tenants.fetch(List.of(part), Tenant.NAME);
                    assertThat(part.serverNames()).containsExactly("never");
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(part.isSet(Tenant.SERVERS)).isFalse();
        assertThat(part.isSet(Tenant.NAME)).isFalse();
        tenancy.tenants.fetch(List.of(part), Tenancy.SERVERS_OF_TENANT);
        assertThat(part.serverNames()).isEmpty();
    }

    // ---- declarations ----

    @Test
    void declaration_thatDoesNotFit_isRefused_withAllThatIsWrong() {
        assertThat(problems(() -> Relation.toMany(Tenancy.TENANTS, Tenant.SERVERS, Tenancy.SERVERS, Server.OWNER)))
                .containsExactly("tenancy.Server.owner refers to the table owners, not to tenants");
        assertThat(problems(() -> Relation.toMany(Tables.MEMBERSHIPS, Tenant.SERVERS, Tenancy.SERVERS, Server.SHARES)))
                .containsExactly(
                        "tenancy.Tenant.servers is no field of placement.Membership 1.0",
                        "tenancy.Server.shares has no column in the table servers",
                        "the table memberships has a key of several columns; that is not supported");
        assertThat(problems(() -> Relation.toOne(Tenancy.TENANTS, Server.TENANT)))
                .containsExactly("tenancy.Server.tenant has no column in the table tenants");
        assertThat(problems(() -> Relation.toManyThrough(
                        Tenancy.TENANTS, Tenant.SERVERS, Tenancy.TENANT_TAGS, TenantTag.TENANT, noServer())))
                .containsExactly(
                        "tenancy.Tenant.servers holds a list of elements that are each a Server, but the table tags has"
                                + " objects of tenancy.Tag 1.0");
        assertThatThrownBy(() -> Tenancy.SERVERS_OF_TENANT.only(Tenant.NAME)).isInstanceOf(UnknownFieldException.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // what the compiler refuses
    private static Field<Server> noServer() {
        return (Field) TenantTag.TAG;
    }

    private static List<String> problems(org.assertj.core.api.ThrowableAssert.ThrowingCallable declaration) {
        return catchThrowableOfType(InvalidTableException.class, declaration).problems();
    }
}
