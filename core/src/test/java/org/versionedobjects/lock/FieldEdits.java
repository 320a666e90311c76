package org.versionedobjects.lock;

import static org.versionedobjects.lock.LockEdit.edit;
import static org.versionedobjects.lock.LockEdit.field;
import static org.versionedobjects.lock.LockEdit.include;
import static org.versionedobjects.lock.LockEdit.thing;
import static org.versionedobjects.lock.LockEdit.type;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.ValueChange;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** Edits of the fields of one type that was released, nothing said of history. */
final class FieldEdits {
    static final FieldType<String> TEXT = Types.string();
    private static final LockEdit.Part ID = field("id", Types.longInteger());

    private FieldEdits() {}

    static List<LockEdit> all() {
        return List.of(
                edit("nothing")
                        .released(thing("1.1", ID, field("rack", TEXT.since("1.1"))))
                        .edited(thing("1.1", ID, field("rack", TEXT.since("1.1"))))
                        .isFine(),
                edit("field added")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1", ID, field("rack", TEXT)))
                        .needs("Y 1.1 rack", "declare .since(\"1.2\") and put version(\"1.2\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.since("1.2")))),
                edit("field added, version put, since forgotten")
                        .released(thing("1.1", ID))
                        .edited(thing("1.2", ID, field("rack", TEXT)))
                        .needs("FORBIDDEN 1.1 rack", "declare .since(\"1.2\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.since("1.2")))),
                edit("field added, since of the released version")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1", ID, field("rack", TEXT.since("1.1"))))
                        .needs("FORBIDDEN 1.1 rack", "declare .since(\"1.2\") and put version(\"1.2\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.since("1.2")))),
                edit("field added, only Z put")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1.1", ID, field("rack", TEXT)))
                        .needs("Y 1.1 rack", "declare .since(\"1.2\") and put version(\"1.2\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.since("1.2")))),
                edit("field added as it should be")
                        .released(thing("1.1", ID))
                        .edited(thing("1.2", ID, field("rack", TEXT.since("1.2"))))
                        .isFine(),
                edit("field added to an old branch in a Z, which peers read as it is")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1.1", ID, field("rack", TEXT.since("1.1.1"))))
                        .isFine(),
                edit("two fields added")
                        .released(thing("1.0", ID))
                        .edited(thing("1.0", ID, field("height", Types.integer()), field("rack", TEXT)))
                        .needs("Y 1.0 height", "declare .since(\"1.1\") and put version(\"1.1\")")
                        .needs("Y 1.0 rack", "declare .since(\"1.1\") and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field("height", Types.integer().since("1.1")),
                                field("rack", TEXT.since("1.1")))),
                edit("field removed")
                        .released(thing("1.1", ID, field("rack", TEXT.since("1.1"))))
                        .edited(thing("1.1", ID))
                        .needs(
                                "Y 1.1 rack",
                                "declare DEFINE.field(\"rack\", Types.string().since(\"1.1\").removedIn(\"1.2\"))"
                                        + " and put version(\"1.2\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.since("1.1").removedIn("1.2")))),
                edit("field removed, version put, history forgotten")
                        .released(thing("1.1", ID, field("rack", TEXT)))
                        .edited(thing("1.2", ID))
                        .needs(
                                "FORBIDDEN 1.1 rack",
                                "declare DEFINE.field(\"rack\", Types.string().removedIn(\"1.2\"))")
                        .cured(thing("1.2", ID, field("rack", TEXT.removedIn("1.2")))),
                edit("field removed in the released version")
                        .released(thing("1.1", ID, field("rack", TEXT)))
                        .edited(thing("1.1", ID, field("rack", TEXT.removedIn("1.1"))))
                        .needs("FORBIDDEN 1.1 rack", "declare .removedIn(\"1.2\") and put version(\"1.2\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.removedIn("1.2")))),
                edit("secret read-only field removed")
                        .released(thing(
                                "1.0",
                                ID,
                                field("key", Types.mapOf(TEXT).readOnly().secret())))
                        .edited(thing("1.0", ID))
                        .needs(
                                "Y 1.0 key",
                                "declare DEFINE.field(\"key\", Types.mapOf(Types.string()).readOnly().secret()"
                                        + ".removedIn(\"1.1\")) and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "key",
                                        Types.mapOf(TEXT).readOnly().secret().removedIn("1.1")))),
                edit("field renamed, history forgotten")
                        .released(thing("1.1", ID, field("shelf", TEXT)))
                        .edited(thing("1.1", ID, field("rack", TEXT)))
                        .needs(
                                "Y 1.1 rack",
                                "declare .since(\"1.2\"), or, if it is shelf under another name,"
                                        + " .renamedFrom(\"shelf\", \"1.2\") and put version(\"1.2\")")
                        .needs(
                                "Y 1.1 shelf",
                                "declare DEFINE.field(\"shelf\", Types.string().removedIn(\"1.2\")), or, if it is called"
                                        + " rack now, .renamedFrom(\"shelf\", \"1.2\") there and put version(\"1.2\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.renamedFrom("shelf", "1.2")))),
                edit("field replaced by one of the same type")
                        .released(thing("1.1", ID, field("shelf", TEXT)))
                        .edited(thing("1.2", ID, field("rack", TEXT)))
                        .needs(
                                "FORBIDDEN 1.1 rack",
                                "declare .since(\"1.2\"), or, if it is shelf under another name,"
                                        + " .renamedFrom(\"shelf\", \"1.2\")")
                        .needs(
                                "FORBIDDEN 1.1 shelf",
                                "declare DEFINE.field(\"shelf\", Types.string().removedIn(\"1.2\")), or, if it is called"
                                        + " rack now, .renamedFrom(\"shelf\", \"1.2\") there")
                        .cured(thing(
                                "1.2", ID, field("shelf", TEXT.removedIn("1.2")), field("rack", TEXT.since("1.2")))),
                edit("field replaced by one of another type")
                        .released(thing("1.0", ID, field("shelf", TEXT)))
                        .edited(thing("1.0", ID, field("rack", Types.bool())))
                        .needs("Y 1.0 rack", "declare .since(\"1.1\") and put version(\"1.1\")")
                        .needs(
                                "Y 1.0 shelf",
                                "declare DEFINE.field(\"shelf\", Types.string().removedIn(\"1.1\"))"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field("shelf", TEXT.removedIn("1.1")),
                                field("rack", Types.bool().since("1.1")))),
                edit("field renamed in the released version")
                        .released(thing("1.1", ID, field("shelf", TEXT)))
                        .edited(thing("1.1", ID, field("rack", TEXT.renamedFrom("shelf", "1.1"))))
                        .needs(
                                "FORBIDDEN 1.1 shelf",
                                "declare .renamedFrom(\"shelf\", \"1.2\") and put version(\"1.2\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.renamedFrom("shelf", "1.2")))),
                edit("fields reordered")
                        .released(thing("1.0", ID, field("a", TEXT), field("b", TEXT)))
                        .edited(thing("1.0", field("b", TEXT), field("a", TEXT), ID))
                        .cured(thing("1.0.1", field("b", TEXT), field("a", TEXT), ID)),
                edit("field retyped")
                        .released(thing("1.1", ID, field("size", TEXT.since("1.1"))))
                        .edited(thing(
                                "1.1", ID, field("size", Types.longInteger().since("1.1"))))
                        .needs(
                                "Y 1.1 size",
                                "declare .changedIn(\"1.2\", Types.string(), down, up) and put version(\"1.2\")")
                        .cured(thing(
                                "1.2",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger()
                                                .since("1.1")
                                                .changedIn("1.2", TEXT, String::valueOf, Long::valueOf)))),
                edit("field retyped, version put, history forgotten")
                        .released(thing("1.1", ID, field("size", TEXT)))
                        .edited(thing("1.2", ID, field("size", Types.longInteger())))
                        .needs("FORBIDDEN 1.1 size", "declare .changedIn(\"1.2\", Types.string(), down, up)")
                        .cured(thing(
                                "1.2",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger().changedIn("1.2", TEXT, String::valueOf, Long::valueOf)))),
                edit("field retyped in the released version")
                        .released(thing("1.1", ID, field("size", TEXT)))
                        .edited(thing(
                                "1.1",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger().changedIn("1.1", TEXT, String::valueOf, Long::valueOf))))
                        .needs(
                                "FORBIDDEN 1.1 size",
                                "declare .changedIn(\"1.2\", Types.string(), down, up) and put version(\"1.2\")")
                        .cured(thing(
                                "1.2",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger().changedIn("1.2", TEXT, String::valueOf, Long::valueOf)))),
                edit("element retyped")
                        .released(thing("1.0", ID, field("tags", Types.listOf(TEXT))))
                        .edited(thing("1.0", ID, field("tags", Types.listOf(Types.longInteger()))))
                        .needs(
                                "Y 1.0 tags[]",
                                "declare .changedIn(\"1.1\", Types.listOf(Types.string()), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "tags",
                                        Types.listOf(Types.longInteger())
                                                .changedIn(
                                                        "1.1",
                                                        Types.listOf(TEXT),
                                                        numbers -> numbers.stream()
                                                                .map(String::valueOf)
                                                                .toList(),
                                                        texts -> texts.stream()
                                                                .map(Long::valueOf)
                                                                .toList())))),
                edit("list became a set")
                        .released(thing("1.0", ID, field("tags", Types.listOf(TEXT))))
                        .edited(thing("1.0", ID, field("tags", Types.setOf(TEXT))))
                        .needs(
                                "Y 1.0 tags",
                                "declare .changedIn(\"1.1\", Types.listOf(Types.string()), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "tags",
                                        Types.setOf(TEXT)
                                                .changedIn(
                                                        "1.1",
                                                        Types.listOf(TEXT),
                                                        List::copyOf,
                                                        java.util.Set::copyOf)))),
                edit("null allowed")
                        .released(thing("1.0", ID, field("rack", TEXT)))
                        .edited(thing("1.0", ID, field("rack", TEXT.nullable())))
                        .needs(
                                "Y 1.0 rack.nullable",
                                "declare .changedIn(\"1.1\", ValueChange.<@Nullable String, String>of(Types.string(),"
                                        + " value -> value, value -> value).nullDown(valueForNull))"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "rack",
                                        TEXT.nullable()
                                                .changedIn(
                                                        "1.1",
                                                        ValueChange.<@Nullable String, String>of(
                                                                        Types.string(), value -> value, value -> value)
                                                                .nullDown(""))))),
                edit("null no longer allowed")
                        .released(thing(
                                "1.0", ID, field("size", Types.longInteger().nullable())))
                        .edited(thing("1.0", ID, field("size", Types.longInteger())))
                        .needs(
                                "Y 1.0 size.nullable",
                                "declare .changedIn(\"1.1\", ValueChange.<Long, @Nullable Long>of("
                                        + "Types.longInteger().nullable(), value -> value, value -> value)"
                                        + ".nullUp(valueForNull)) and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger()
                                                .changedIn(
                                                        "1.1",
                                                        ValueChange.<Long, @Nullable Long>of(
                                                                        Types.longInteger()
                                                                                .nullable(),
                                                                        value -> value,
                                                                        value -> value)
                                                                .nullUp(0L))))),
                edit("null allowed in elements")
                        .released(thing("1.0", ID, field("tags", Types.listOf(TEXT))))
                        .edited(thing("1.0", ID, field("tags", Types.listOf(TEXT.nullable()))))
                        .needs(
                                "Y 1.0 tags[].nullable",
                                "declare .changedIn(\"1.1\", Types.listOf(Types.string()), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "tags",
                                        Types.listOf(TEXT.nullable())
                                                .changedIn(
                                                        "1.1",
                                                        Types.listOf(TEXT),
                                                        tags -> tags.stream()
                                                                .map(each -> each == null ? "" : each)
                                                                .toList(),
                                                        tags -> List.<@Nullable String>copyOf(tags))))),
                edit("longer texts allowed")
                        .released(thing("1.0", ID, field("rack", Types.string().maxLength(10))))
                        .edited(thing("1.0", ID, field("rack", Types.string().maxLength(20))))
                        .needs(
                                "Y 1.0 rack.maxLength",
                                "declare .changedIn(\"1.1\", Types.string().maxLength(10), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "rack",
                                        Types.string()
                                                .maxLength(20)
                                                .changedIn(
                                                        "1.1",
                                                        Types.string().maxLength(10),
                                                        longer -> longer.substring(0, Math.min(10, longer.length())),
                                                        shorter -> shorter)))),
                edit("numbers tightened and shifted")
                        .released(thing("1.0", ID, field("size", Types.integer().between(0, 10))))
                        .edited(thing("1.0", ID, field("size", Types.integer().between(1, 9))))
                        .needs(
                                "Y 1.0 size",
                                "declare .changedIn(\"1.1\", Types.integer().atLeast(0).atMost(10), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "size",
                                        Types.integer()
                                                .between(1, 9)
                                                .changedIn(
                                                        "1.1",
                                                        Types.integer()
                                                                .atLeast(0)
                                                                .atMost(10),
                                                        narrow -> narrow,
                                                        wide -> Math.max(1, Math.min(9, wide)))))),
                edit("pattern given")
                        .released(thing("1.0", ID, field("rack", TEXT)))
                        .edited(thing("1.0", ID, field("rack", Types.string().matching("[a-z\\\\]+"))))
                        .needs(
                                "Y 1.0 rack.matching",
                                "declare .changedIn(\"1.1\", Types.string(), down, up) and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "rack",
                                        Types.string()
                                                .matching("[a-z\\\\]+")
                                                .changedIn(
                                                        "1.1",
                                                        Types.string(),
                                                        text -> text,
                                                        text -> text.matches("[a-z\\\\]+") ? text : "a")))),
                edit("pattern taken away")
                        .released(thing("1.0", ID, field("rack", Types.string().matching("\\w+"))))
                        .edited(thing("1.0", ID, field("rack", TEXT)))
                        .needs(
                                "Y 1.0 rack.matching",
                                "declare .changedIn(\"1.1\", Types.string().matching(\"\\\\w+\"), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "rack",
                                        TEXT.changedIn(
                                                "1.1", Types.string().matching("\\w+"), text -> "a", text -> text)))),
                edit("digits after the point")
                        .released(
                                thing("1.0", ID, field("price", Types.decimal().scale(2))))
                        .edited(thing("1.0", ID, field("price", Types.decimal().scale(3))))
                        .needs(
                                "Y 1.0 price.scale",
                                "declare .changedIn(\"1.1\", Types.decimal().scale(2), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "price",
                                        Types.decimal()
                                                .scale(3)
                                                .changedIn(
                                                        "1.1",
                                                        Types.decimal().scale(2),
                                                        fine -> fine.setScale(2, java.math.RoundingMode.HALF_UP),
                                                        coarse -> coarse)))),
                edit("another target")
                        .released(thing("1.0", ID, field("owner", Types.object("demo", "User"))), user(), group())
                        .edited(thing("1.0", ID, field("owner", Types.object("demo", "Group"))), user(), group())
                        .needs(
                                "Y 1.0 owner.of",
                                "declare .changedIn(\"1.1\", Types.object(\"demo\", \"User\"), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(
                                thing(
                                        "1.1",
                                        ID,
                                        field(
                                                "owner",
                                                Types.object("demo", "User").removedIn("1.1")),
                                        field(
                                                "owners",
                                                Types.object("demo", "Group").since("1.1"))),
                                user(),
                                group()),
                edit("subtypes accepted")
                        .released(thing("1.0", ID, field("owner", Types.object("demo", "User"))), user())
                        .edited(
                                thing(
                                        "1.0",
                                        ID,
                                        field(
                                                "owner",
                                                Types.object("demo", "User").orSubtypes())),
                                user())
                        .needs(
                                "Y 1.0 owner.orSubtypes",
                                "declare .changedIn(\"1.1\", Types.object(\"demo\", \"User\"), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(
                                thing(
                                        "1.1",
                                        ID,
                                        field(
                                                "owner",
                                                Types.object("demo", "User")
                                                        .orSubtypes()
                                                        .changedIn(
                                                                "1.1",
                                                                Types.object("demo", "User"),
                                                                owner -> owner,
                                                                owner -> owner))),
                                user()),
                edit("default, read-only, secret")
                        .released(thing("1.1", ID, field("a", TEXT), field("b", TEXT), field("c", TEXT)))
                        .edited(thing(
                                "1.1",
                                ID,
                                field("a", TEXT.defaultsTo("x")),
                                field("b", TEXT.readOnly()),
                                field("c", TEXT.secret())))
                        .needs("Z 1.1 a.default", "put version(\"1.1.1\")")
                        .needs("Z 1.1 b.readOnly", "put version(\"1.1.1\")")
                        .needs("Z 1.1 c.secret", "put version(\"1.1.1\")")
                        .cured(thing(
                                "1.1.1",
                                ID,
                                field("a", TEXT.defaultsTo("x")),
                                field("b", TEXT.readOnly()),
                                field("c", TEXT.secret()))),
                edit("default changed beside a field added")
                        .released(thing("1.1", field("a", TEXT.defaultsTo("x"))))
                        .edited(thing("1.1", field("a", TEXT.defaultsTo("y")), field("b", TEXT)))
                        .needs("Z 1.1 a.default", "put version(\"1.2\")")
                        .needs("Y 1.1 b", "declare .since(\"1.2\") and put version(\"1.2\")")
                        .cured(thing("1.2", field("a", TEXT.defaultsTo("y")), field("b", TEXT.since("1.2")))),
                edit("texts became secret ones")
                        .released(thing("1.0", field("keys", Types.listOf(TEXT))))
                        .edited(thing("1.0", field("keys", Types.listOf(Types.secretString()))))
                        .needs("Z 1.0 keys.secret", "put version(\"1.0.1\")")
                        .needs("Z 1.0 keys[].secret", "put version(\"1.0.1\")")
                        .cured(thing("1.0.1", field("keys", Types.listOf(Types.secretString())))),
                edit("class of the application's made of the same texts")
                        .released(thing("1.0", field("mail", TEXT)))
                        .edited(thing("1.0", field("mail", mail())))
                        .needs("Z 1.0 mail.as", "put version(\"1.0.1\")")
                        .cured(thing("1.0.1", field("mail", mail()))),
                edit("own fields moved into a mixin")
                        .released(thing(
                                "1.0",
                                field("created_at", Types.instant().nullable()),
                                field("updated_at", Types.instant().nullable())))
                        .edited(thing("1.0", include(Timestamps.MIXIN)))
                        .needs("Z 1.0 created_at.from", "put version(\"1.0.1\")")
                        .needs("Z 1.0 updated_at.from", "put version(\"1.0.1\")")
                        .cured(thing("1.0.1", include(Timestamps.MIXIN))));
    }

    private static FieldType<StringBuilder> mail() {
        return Types.mapped(TEXT, "an e-mail address", StringBuilder::new, StringBuilder::toString);
    }

    private static org.versionedobjects.ObjectType<?> user() {
        return type("User", "1.0", field("name", TEXT));
    }

    private static org.versionedobjects.ObjectType<?> group() {
        return type("Group", "1.0", field("name", TEXT));
    }
}
