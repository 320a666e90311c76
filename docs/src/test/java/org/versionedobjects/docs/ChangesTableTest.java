package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.lock.LockDiff;
import org.versionedobjects.lock.LockDifference;
import org.versionedobjects.lock.VersionLock;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/**
 * The guide's table of what a change takes: each edit is compared with what was released, and what comes of it is the text.
 * After a change, {@code -Dversionedobjects.docs.write=true} writes {@code changes-table.adoc}.
 */
class ChangesTableTest {
    private static final Path TABLE = Path.of("src", "main", "asciidoc", "changes-table.adoc");
    private static final FieldType<String> TEXT = Types.string();

    /** A part of a definition. */
    private interface Part extends Consumer<ObjectType.Definition<DynamicObject>> {}

    /** What somebody does to types of which a version was released. */
    private record Edit(String name, ObjectRegistry released, ObjectRegistry edited) {
        List<LockDifference> differences() {
            return LockDiff.of(VersionLock.of(released).released("2026.1"), edited);
        }

        LockDifference.Needed needed() {
            return differences().stream()
                    .map(LockDifference::needed)
                    .reduce(LockDifference.Needed.NONE, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }

        String cures() {
            return differences().stream()
                    .map(LockDifference::cure)
                    .distinct()
                    .map(cure -> "`+" + cure + "+`")
                    .collect(Collectors.joining(" +\n"));
        }
    }

    private static Part field(String name, FieldType<?> type) {
        return define -> define.field(name, type);
    }

    private static Part field(String name, FieldSpec<?> spec) {
        return define -> define.field(name, spec);
    }

    private static ObjectType<?> type(String name, String version, Part... parts) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("dc", name);
        define.field("id", Types.longInteger());
        for (Part each : parts) {
            each.accept(define);
        }
        return define.version(version);
    }

    private static ObjectRegistry rack(String version, Part... parts) {
        return ObjectRegistry.of(type("Rack", version, parts));
    }

    /** An edit of a type at 1.1 without another version. */
    private static Edit edit(String name, Part released, Part edited) {
        return new Edit(name, rack("1.1", released), rack("1.1", edited));
    }

    private static Edit edit(String name, ObjectRegistry released, ObjectRegistry edited) {
        return new Edit(name, released, edited);
    }

    private static final Part NOTHING = ChangesTableTest::nothing;
    private static final Part OWNER = field("owner", TEXT);
    private static final Part OWNER_SINCE = field("owner", TEXT.since("1.1"));

    private static void nothing(ObjectType.Definition<DynamicObject> define) {}

    private static void stamps(ObjectType.Definition<DynamicObject> define) {
        define.include(Timestamps.MIXIN);
    }

    private static void stampsOfItsOwn(ObjectType.Definition<DynamicObject> define) {
        define.field("created_at", Types.instant().nullable());
        define.field("updated_at", Types.instant().nullable());
    }

    private static Part status(String... names) {
        return field("status", Types.oneOf(names));
    }

    private static ObjectRegistry bolts(String rack, String bolt, String... table) {
        NestedType<?> bolts = Types.object("dc", "Bolt");
        for (int i = 0; i < table.length; i += 2) {
            bolts = bolts.child(table[i], table[i + 1]);
        }
        Part size = bolt.equals("1.0") ? NOTHING : field("size", TEXT.since(bolt));
        return ObjectRegistry.of(type("Rack", rack, field("bolt", bolts)), type("Bolt", bolt, size));
    }

    private static List<Edit> changesThatPeersSee() {
        return List.of(
                edit("a field is added", NOTHING, OWNER),
                edit("a field is removed", OWNER, NOTHING),
                edit("a field is renamed", OWNER, field("keeper", TEXT)),
                edit("the type of a field changes", field("size", TEXT), field("size", Types.longInteger())),
                edit(
                        "the type of elements changes",
                        field("tags", Types.listOf(TEXT)),
                        field("tags", Types.listOf(Types.longInteger()))),
                edit("a field may be null", OWNER, field("owner", TEXT.nullable())),
                edit("a field may no longer be null", field("owner", TEXT.nullable()), OWNER),
                edit(
                        "a bound, length, scale or pattern changes",
                        OWNER,
                        field("owner", Types.string().maxLength(20))),
                edit(
                        "objects of another type stand in a field",
                        ObjectRegistry.of(
                                type("Rack", "1.1", field("owner", Types.object("dc", "User"))),
                                type("User", "1.0"),
                                type("Team", "1.0")),
                        ObjectRegistry.of(
                                type("Rack", "1.1", field("owner", Types.object("dc", "Team"))),
                                type("User", "1.0"),
                                type("Team", "1.0"))),
                edit("a value is added to a choice", status("ON", "OFF"), status("ON", "OFF", "LOST")),
                edit("a value is taken from a choice", status("ON", "OFF", "LOST"), status("ON", "OFF")),
                edit("a mixin joins", NOTHING, ChangesTableTest::stamps),
                edit("a mixin leaves", ChangesTableTest::stamps, NOTHING),
                edit(
                        "the type of a field with a `child` table goes up",
                        bolts("1.1", "1.0", "1.0", "1.0"),
                        bolts("1.1", "1.1", "1.0", "1.0")));
    }

    private static List<Edit> otherChanges() {
        return List.of(
                edit("a default is given, changes or goes", OWNER, field("owner", TEXT.defaultsTo("nobody"))),
                edit("a field becomes read-only, or no longer is", OWNER, field("owner", TEXT.readOnly())),
                edit("a field becomes secret, or no longer is", OWNER, field("owner", TEXT.secret())),
                edit(
                        "transitions or `unknownAs` of a choice change",
                        status("ON", "OFF"),
                        field("status", Types.oneOf("ON", "OFF").unknownAs("OFF"))),
                edit(
                        "a Java class is made of the same texts or numbers",
                        OWNER,
                        field("owner", Types.mapped(TEXT, "a name", StringBuilder::new, StringBuilder::toString))),
                edit(
                        "fields move into a mixin or a parent",
                        ChangesTableTest::stampsOfItsOwn,
                        ChangesTableTest::stamps),
                edit("a type becomes ephemeral", NOTHING, ObjectType.Definition::ephemeral),
                edit("a type is dropped, or gets another name", rack("1.1"), ObjectRegistry.of()),
                edit("a type goes to the next major", rack("1.1"), rack("2.0")),
                edit("the next major stands beside the old one", rack("1.1"), both()),
                edit("fields or values are put in another order", status("ON", "OFF"), status("OFF", "ON")),
                edit("a type is added", rack("1.1"), ObjectRegistry.of(type("Rack", "1.1"), type("Bolt", "1.0"))),
                edit("the type of a field without a `child` table goes up", bolts("1.1", "1.0"), bolts("1.1", "1.1")),
                edit("a version is put, and nothing has changed", rack("1.1"), rack("1.2")));
    }

    private static ObjectRegistry both() {
        return ObjectRegistry.of(type("Rack", "1.1"), type("Rack", "2.0"));
    }

    private static List<Edit> forbiddenChanges() {
        Part filled = field("owner", TEXT.removedIn("1.1").fill("nobody"));
        Part removed = field("owner", TEXT.removedIn("1.1"));
        return List.of(
                edit("the version is put, and the history forgotten", rack("1.1"), rack("1.2", OWNER)),
                edit("the history says the released version", NOTHING, OWNER_SINCE),
                edit("`since` is taken away", OWNER_SINCE, OWNER),
                edit("`since` is moved", rack("1.1", OWNER_SINCE), rack("1.2", field("owner", TEXT.since("1.2")))),
                edit("a field that was removed long ago is dropped from the code", filled, NOTHING),
                edit("a field that was removed comes back", removed, OWNER),
                edit(
                        "the fill changes",
                        filled,
                        field("owner", TEXT.removedIn("1.1").fill("root"))),
                edit("a rename is taken away or moved", field("owner", TEXT.renamedFrom("keeper", "1.1")), OWNER),
                edit(
                        "what older peers get for a value changes",
                        field("status", Types.oneOf("ON", "OFF", "LOST").added("1.1", "LOST", "OFF")),
                        field("status", Types.oneOf("ON", "OFF", "LOST").added("1.1", "LOST", "ON"))),
                edit(
                        "a step is added to a released version",
                        NOTHING,
                        define -> define.step("1.1", down -> {}, up -> {})),
                edit("a step is taken away", define -> define.step("1.1", down -> {}, up -> {}), NOTHING),
                edit(
                        "a row of a `child` table changes",
                        bolts("1.1", "1.0", "1.0", "1.0"),
                        bolts("1.1", "1.1", "1.0", "1.1")),
                edit("the version goes down", rack("1.2"), rack("1.1")));
    }

    private static String table() {
        StringBuilder table = new StringBuilder("""
                // Written by ChangesTableTest.
                [cols="3,1,5"]
                |===
                |Rack 1.1 was released; now |it takes |and the test says to type
                """);
        List<Edit> all = new ArrayList<>(changesThatPeersSee());
        all.addAll(otherChanges());
        all.addAll(forbiddenChanges());
        for (Edit each : all) {
            String needed = each.needed() == LockDifference.Needed.NONE
                    ? "nothing"
                    : each.needed() == LockDifference.Needed.FORBIDDEN ? "forbidden" : "*" + each.needed() + "*";
            table.append("\n|")
                    .append(each.name())
                    .append("\n|")
                    .append(needed)
                    .append("\n|")
                    .append(each.cures())
                    .append("\n");
        }
        return table.append("|===\n").toString();
    }

    @Test
    void table_isWhatTheComparisonSays() throws Exception {
        if (Boolean.getBoolean("versionedobjects.docs.write")) {
            Files.writeString(TABLE, table());
        }

        assertThat(Files.readString(TABLE)).isEqualTo(table());
    }

    @Test
    void changes_takeWhatTheirListSays() {
        assertThat(changesThatPeersSee()).extracting(Edit::needed).containsOnly(LockDifference.Needed.Y);
        assertThat(otherChanges())
                .extracting(Edit::needed)
                .containsOnly(LockDifference.Needed.Z, LockDifference.Needed.X, LockDifference.Needed.NONE);
        assertThat(forbiddenChanges()).extracting(Edit::needed).containsOnly(LockDifference.Needed.FORBIDDEN);
    }
}
