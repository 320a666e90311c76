package org.versionedobjects.lock;

import static org.versionedobjects.lock.LockEdit.edit;
import static org.versionedobjects.lock.LockEdit.extending;
import static org.versionedobjects.lock.LockEdit.field;
import static org.versionedobjects.lock.LockEdit.include;
import static org.versionedobjects.lock.LockEdit.inherits;
import static org.versionedobjects.lock.LockEdit.thing;
import static org.versionedobjects.lock.LockEdit.type;

import java.util.List;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.Mixin;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Values;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** Edits of whole types: versions, mixins, parents, children. */
final class TypeEdits {
    private static final FieldType<String> TEXT = Types.string();
    private static final LockEdit.Part ID = field("id", Types.longInteger());
    private static final String KEEP = "keep it registered, or, if no peer sends it any more, retire it in the lock:"
            + " java -cp … org.versionedobjects.lock.VersionCommand retire \"demo.Thing 1\"";

    private TypeEdits() {}

    private interface Named extends Values {}

    private interface Nicked extends Values {}

    private interface Renamed extends Values {}

    private static Mixin named(boolean hasNick) {
        Mixin mixin = Mixin.of(Named.class);
        mixin.field("name", TEXT);
        if (hasNick) {
            mixin.field("nick", TEXT);
        }
        return mixin;
    }

    private static Mixin nicked() {
        Mixin mixin = Mixin.of(Nicked.class);
        mixin.field("nick", TEXT);
        return mixin;
    }

    private static Mixin renamed(FieldSpec<?> spec) {
        Mixin mixin = Mixin.of(Renamed.class);
        mixin.field("name", spec);
        return mixin;
    }

    private static ObjectType<DynamicObject> base() {
        return type("Base", "1.0", ID);
    }

    private static ObjectType<DynamicObject> newerBase() {
        return type("Base", "1.1", ID, field("rack", TEXT.since("1.1")));
    }

    private static NestedType<VersionedObject> child() {
        return Types.object("demo", "Child");
    }

    private static ObjectType<DynamicObject> child(String version) {
        return version.equals("1.0")
                ? type("Child", version, ID)
                : type("Child", version, ID, field("rack", TEXT.since(version)));
    }

    static List<LockEdit> all() {
        return List.of(
                edit("mixin joined")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1", ID, include(Timestamps.MIXIN)))
                        .needs(
                                "Y 1.1 created_at",
                                "declare include(Timestamps.MIXIN, \"1.2\") and put version(\"1.2\")")
                        .needs(
                                "Y 1.1 updated_at",
                                "declare include(Timestamps.MIXIN, \"1.2\") and put version(\"1.2\")")
                        .cured(thing("1.2", ID, include(Timestamps.MIXIN, "1.2"))),
                edit("mixin joined at the released version")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1", ID, include(Timestamps.MIXIN, "1.1")))
                        .needs(
                                "FORBIDDEN 1.1 created_at",
                                "declare include(Timestamps.MIXIN, \"1.2\") and put version(\"1.2\")")
                        .needs(
                                "FORBIDDEN 1.1 updated_at",
                                "declare include(Timestamps.MIXIN, \"1.2\") and put version(\"1.2\")")
                        .cured(thing("1.2", ID, include(Timestamps.MIXIN, "1.2"))),
                edit("mixin joined as it should")
                        .released(thing("1.1", ID))
                        .edited(thing("1.2", ID, include(Timestamps.MIXIN, "1.2")))
                        .isFine(),
                edit("version of a mixin forgotten")
                        .released(thing("1.1", ID, include(Timestamps.MIXIN, "1.1")))
                        .edited(thing("1.1", ID, include(Timestamps.MIXIN)))
                        .needs("FORBIDDEN 1.0 created_at", "declare include(Timestamps.MIXIN, \"1.1\")")
                        .needs("FORBIDDEN 1.0 updated_at", "declare include(Timestamps.MIXIN, \"1.1\")")
                        .cured(thing("1.1", ID, include(Timestamps.MIXIN, "1.1"))),
                edit("field of a mixin added")
                        .released(thing("1.1", ID, include(named(false))))
                        .edited(thing("1.1", ID, include(named(true))))
                        .needs(
                                "Y 1.1 nick",
                                "declare .since(\"1.2\") at the field of Named, or include it by a mixin of its own that"
                                        + " joins at \"1.2\", and put version(\"1.2\")")
                        .cured(thing("1.2", ID, include(named(false)), include(nicked(), "1.2"))),
                edit("field of a mixin retyped")
                        .released(thing("1.1", ID, include(renamed(FieldSpec.of(TEXT)))))
                        .edited(thing("1.1", ID, include(renamed(FieldSpec.of(Types.bool())))))
                        .needs(
                                "Y 1.1 name",
                                "declare .changedIn(\"1.2\", Types.string(), down, up) at the field of Renamed"
                                        + " and put version(\"1.2\")")
                        .cured(thing(
                                "1.2",
                                ID,
                                include(renamed(
                                        Types.bool().changedIn("1.2", TEXT, String::valueOf, Boolean::parseBoolean))))),
                edit("mixin called otherwise")
                        .released(thing("1.1", ID, include(named(false))))
                        .edited(thing("1.1", ID, include(renamed(FieldSpec.of(TEXT)))))
                        .needs("Z 1.1 name.from", "put version(\"1.1.1\")")
                        .cured(thing("1.1.1", ID, include(renamed(FieldSpec.of(TEXT))))),
                edit("mixin left")
                        .released(thing("1.1", ID, include(Timestamps.MIXIN, "1.1"), include(SoftDeletable.MIXIN)))
                        .edited(thing("1.1", ID, include(SoftDeletable.MIXIN)))
                        .needs(
                                "Y 1.1 created_at",
                                "declare DEFINE.field(\"created_at\", Types.instant().nullable().since(\"1.1\")"
                                        + ".removedIn(\"1.2\")) and put version(\"1.2\")")
                        .needs(
                                "Y 1.1 updated_at",
                                "declare DEFINE.field(\"updated_at\", Types.instant().nullable().since(\"1.1\")"
                                        + ".removedIn(\"1.2\")) and put version(\"1.2\")")
                        .cured(thing(
                                "1.2",
                                ID,
                                field(
                                        "created_at",
                                        Types.instant().nullable().since("1.1").removedIn("1.2")),
                                field(
                                        "updated_at",
                                        Types.instant().nullable().since("1.1").removedIn("1.2")),
                                include(SoftDeletable.MIXIN))),
                edit("field of the parent added")
                        .released(base(), extending(base(), "Thing", "1.3", field("own", TEXT.since("1.3"))))
                        .edited(newerBase(), extending(newerBase(), "Thing", "1.3", field("own", TEXT.since("1.3"))))
                        .needs(
                                "Y 1.3 rack",
                                "declare .inherits(\"1.0\", \"1.0\").inherits(\"1.4\", \"1.1\") and put version(\"1.4\")")
                        .cured(
                                newerBase(),
                                extending(
                                        newerBase(),
                                        "Thing",
                                        "1.4",
                                        field("own", TEXT.since("1.3")),
                                        inherits("1.0", "1.0"),
                                        inherits("1.4", "1.1"))),
                edit("field of the parent added, history forgotten")
                        .released(base(), extending(base(), "Thing", "1.0", field("own", TEXT)))
                        .edited(
                                type("Base", "1.0", ID, field("rack", TEXT)),
                                extending(
                                        type("Base", "1.0", ID, field("rack", TEXT)),
                                        "Thing",
                                        "1.0",
                                        field("own", TEXT)))
                        .needs("Y 1.0 rack", "declare .since(\"1.1\") and put version(\"1.1\")")
                        .needs(
                                "Y 1.0 rack",
                                "declare .inherits(\"1.0\", \"1.0\").inherits(\"1.1\", \"1.1\") and put version(\"1.1\")")
                        .cured(
                                newerBase(),
                                extending(
                                        newerBase(),
                                        "Thing",
                                        "1.1",
                                        field("own", TEXT),
                                        inherits("1.0", "1.0"),
                                        inherits("1.1", "1.1"))),
                edit("row of the parent's version changed")
                        .released(
                                newerBase(),
                                extending(
                                        newerBase(),
                                        "Thing",
                                        "1.2",
                                        field("own", TEXT.since("1.1")),
                                        inherits("1.0", "1.0"),
                                        inherits("1.2", "1.1")))
                        .edited(
                                newerBase(),
                                extending(
                                        newerBase(),
                                        "Thing",
                                        "1.2",
                                        field("own", TEXT.since("1.1")),
                                        inherits("1.0", "1.0"),
                                        inherits("1.1", "1.1")))
                        .needs("FORBIDDEN 1.2 rack", "declare .inherits(\"1.0\", \"1.0\").inherits(\"1.2\", \"1.1\")")
                        .cured(
                                newerBase(),
                                extending(
                                        newerBase(),
                                        "Thing",
                                        "1.2",
                                        field("own", TEXT.since("1.1")),
                                        inherits("1.0", "1.0"),
                                        inherits("1.2", "1.1"))),
                edit("fields moved up into a parent")
                        .released(thing("1.0", ID, field("own", TEXT)))
                        .edited(base(), extending(base(), "Thing", "1.0", field("own", TEXT)))
                        .needs("Z 1.0 id.from", "put version(\"1.0.1\")")
                        .needs("Z 1.0 parent", "put version(\"1.0.1\")")
                        .cured(base(), extending(base(), "Thing", "1.0.1", field("own", TEXT))),
                edit("parent with fields of its own taken")
                        .released(thing("1.0", field("own", TEXT)))
                        .edited(base(), extending(base(), "Thing", "1.1", field("own", TEXT)))
                        .needs(
                                "FORBIDDEN 1.0 id",
                                "extend no type, since a parent cannot join later; put the fields of demo.Base into a"
                                        + " mixin, declare include(itsName.MIXIN, \"1.1\")")
                        .cured(base(), thing("1.1", field("own", TEXT), include(Timestamps.MIXIN, "1.1"))),
                edit("child goes up, peers name its version")
                        .released(child("1.0"), thing("1.1", ID, field("child", child())))
                        .edited(child("1.1"), thing("1.1", ID, field("child", child())))
                        .needs("NONE 1.1 child", "peers say themselves what they read")
                        .isFine(),
                edit("child goes up, and the table ends before")
                        .released(child("1.0"), thing("1.1", ID, field("child", child().child("1.0", "1.0"))))
                        .edited(child("1.1"), thing("1.1", ID, field("child", child().child("1.0", "1.0"))))
                        .needs("Y 1.1 child.child", "declare .child(\"1.2\", \"1.1\") and put version(\"1.2\")")
                        .cured(
                                child("1.1"),
                                thing(
                                        "1.2",
                                        ID,
                                        field(
                                                "child",
                                                child().child("1.0", "1.0").child("1.2", "1.1")))),
                edit("children in a list go up without a version, and the table ends before")
                        .released(
                                child("1.0"), thing("1.1", ID, field("all", Types.listOf(child().child("1.0", "1.0")))))
                        .edited(
                                type("Child", "1.0", ID, field("rack", TEXT)),
                                thing("1.1", ID, field("all", Types.listOf(child().child("1.0", "1.0")))))
                        .needs("Y 1.0 rack", "declare .since(\"1.1\") and put version(\"1.1\")")
                        .needs("Y 1.1 all[].child", "declare .child(\"1.2\", \"1.1\") and put version(\"1.2\")")
                        .cured(
                                child("1.1"),
                                thing(
                                        "1.2",
                                        ID,
                                        field(
                                                "all",
                                                Types.listOf(child().child("1.0", "1.0")
                                                        .child("1.2", "1.1"))))),
                edit("child goes up in a Z")
                        .released(child("1.0"), thing("1.1", ID, field("child", child().child("1.0", "1.0"))))
                        .edited(
                                type(
                                        "Child",
                                        "1.0.1",
                                        field("id", Types.longInteger().readOnly())),
                                thing("1.1", ID, field("child", child().child("1.0", "1.0"))))
                        .isFine(),
                edit("row of a released version changed")
                        .released(child("1.0"), thing("1.1", ID, field("child", child().child("1.0", "1.0"))))
                        .edited(child("1.1"), thing("1.1", ID, field("child", child().child("1.0", "1.1"))))
                        .needs(
                                "FORBIDDEN 1.0 child.child",
                                "declare .child(\"1.0\", \"1.0\") and .child(\"1.2\", \"1.1\") and put version(\"1.2\")")
                        .cured(
                                child("1.1"),
                                thing(
                                        "1.2",
                                        ID,
                                        field(
                                                "child",
                                                child().child("1.0", "1.0").child("1.2", "1.1")))),
                edit("child table removed")
                        .released(child("1.0"), thing("1.1", ID, field("child", child().child("1.0", "1.0"))))
                        .edited(child("1.0"), thing("1.1", ID, field("child", child())))
                        .needs("FORBIDDEN 1.0 child.child", "declare .child(\"1.0\", \"1.0\")")
                        .cured(child("1.0"), thing("1.1", ID, field("child", child().child("1.0", "1.0")))),
                edit("child table given where there was none")
                        .released(child("1.0"), thing("1.1", ID, field("child", child())))
                        .edited(child("1.0"), thing("1.1", ID, field("child", child().child("1.0", "1.0"))))
                        .needs("NONE 1.0 child.child", "no peer was promised anything else")
                        .isFine(),
                edit("version put without a change")
                        .released(thing("1.1", ID))
                        .edited(thing("1.2", ID))
                        .needs(
                                "NONE 1.2",
                                "put version(\"1.1\"), or version(\"1.1.1\") for a change that peers cannot see")
                        .cured(thing("1.1", ID)),
                edit("Z put without a change")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1.1", ID))
                        .isFine(),
                edit("versions left out")
                        .released(thing("1.1", ID))
                        .edited(thing("1.5", ID, field("rack", TEXT.since("1.5"))))
                        .isFine(),
                edit("versions left out, since forgotten")
                        .released(thing("1.1", ID))
                        .edited(thing("1.5", ID, field("rack", TEXT)))
                        .needs("FORBIDDEN 1.1 rack", "declare .since(\"1.5\")")
                        .cured(thing("1.5", ID, field("rack", TEXT.since("1.5")))),
                edit("version lowered")
                        .released(thing("1.2", ID))
                        .edited(thing("1.1", ID))
                        .needs("FORBIDDEN 1.2", "put version(\"1.2\") or a later one")
                        .cured(thing("1.2", ID)),
                edit("next major, the old one dropped")
                        .released(thing("1.1", ID))
                        .edited(thing("2.0", ID, field("rack", TEXT)))
                        .needs("X 1.1", KEEP)
                        .cured(thing("1.1", ID), thing("2.0", ID, field("rack", TEXT))),
                edit("next major, the old one beside it")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1", ID), thing("2.0", ID, field("rack", TEXT)))
                        .isFine(),
                edit("type dropped")
                        .released(thing("1.1", ID), child("1.0"))
                        .edited(child("1.0"))
                        .needs("X 1.1", KEEP)
                        .retired("Thing"),
                edit("type renamed")
                        .released(thing("1.1", ID))
                        .edited(type("Gadget", "1.1", ID))
                        .needs("X 1.1", KEEP)
                        .cured(thing("1.1", ID), type("Gadget", "1.1", ID)),
                edit("type added")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1", ID), child("1.0"))
                        .isFine(),
                edit("type became ephemeral")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1", ID, ObjectType.Definition::ephemeral))
                        .needs("Z 1.1 ephemeral", "put version(\"1.1.1\")")
                        .cured(thing("1.1.1", ID, ObjectType.Definition::ephemeral)),
                edit("type became a list object")
                        .released(
                                type("Things", "1.0", field("objects", Types.listOf(Types.object("demo", "Thing")))),
                                thing("1.0", ID))
                        .edited(list("1.0"), thing("1.0", ID))
                        .needs(
                                "X 1.0",
                                "put version(\"2.0\") and keep 1.0 registered beside it, or retire that in the lock")
                        .cured(
                                type("Things", "1.0", field("objects", Types.listOf(Types.object("demo", "Thing")))),
                                list("2.0"),
                                thing("1.0", ID)));
    }

    private static ObjectType<?> list(String version) {
        return ObjectType.defineList("demo", "Things", Types.object("demo", "Thing"))
                .version(version);
    }
}
