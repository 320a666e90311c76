package org.versionedobjects.lock;

import static org.versionedobjects.lock.LockEdit.edit;
import static org.versionedobjects.lock.LockEdit.field;
import static org.versionedobjects.lock.LockEdit.thing;

import java.util.List;
import org.versionedobjects.types.ChoiceType;
import org.versionedobjects.types.Types;

/** Edits of the values to choose from. */
final class ValueEdits {
    private enum Light {
        RED,
        GREEN
    }

    private ValueEdits() {}

    private static ChoiceType ab() {
        return Types.oneOf("a", "b");
    }

    private static ChoiceType abc() {
        return Types.oneOf("a", "b", "c");
    }

    static List<LockEdit> all() {
        return List.of(
                edit("value added")
                        .released(thing("1.0", field("status", ab())))
                        .edited(thing("1.0", field("status", abc())))
                        .needs(
                                "Y 1.0 status.values",
                                "declare .added(\"1.1\", \"c\", olderPeersGet), where older peers get one of a, b,"
                                        + " and put version(\"1.1\")")
                        .cured(thing("1.1", field("status", abc().added("1.1", "c", "a")))),
                edit("value added to elements that may be null")
                        .released(thing("1.0", field("all", Types.listOf(ab().nullable()))))
                        .edited(thing("1.0", field("all", Types.listOf(abc().nullable()))))
                        .needs(
                                "Y 1.0 all[].values",
                                "declare .added(\"1.1\", \"c\", olderPeersGet), where older peers get one of a, b,"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                field(
                                        "all",
                                        Types.listOf(
                                                abc().added("1.1", "c", "b").nullable())))),
                edit("value added, version put, history forgotten")
                        .released(thing("1.0", field("status", ab())))
                        .edited(thing("1.1", field("status", abc())))
                        .needs(
                                "FORBIDDEN 1.0 status.values",
                                "declare .added(\"1.1\", \"c\", olderPeersGet), where older peers get one of a, b")
                        .cured(thing("1.1", field("status", abc().added("1.1", "c", "a")))),
                edit("value added in the released version")
                        .released(thing("1.1", field("status", ab())))
                        .edited(thing("1.1", field("status", abc().added("1.1", "c", "b"))))
                        .needs(
                                "FORBIDDEN 1.1 status.values",
                                "declare .added(\"1.2\", \"c\", \"b\") and put version(\"1.2\")")
                        .cured(thing("1.2", field("status", abc().added("1.2", "c", "b")))),
                edit("value added as it should be")
                        .released(thing("1.0", field("status", ab())))
                        .edited(thing("1.1", field("status", abc().added("1.1", "c", "b"))))
                        .isFine(),
                edit("value added in a Z, whose peers would refuse it")
                        .released(thing("1.0", field("status", ab())))
                        .edited(thing("1.0.1", field("status", abc().added("1.0.1", "c", "b"))))
                        .needs(
                                "Y 1.0.1 status",
                                "declare .added with \"1.1\" in place of \"1.0.1\" and put version(\"1.1\")")
                        .cured(thing("1.1", field("status", abc().added("1.1", "c", "b")))),
                edit("value removed")
                        .released(thing("1.0", field("status", abc())))
                        .edited(thing("1.0", field("status", ab())))
                        .needs(
                                "Y 1.0 status.values",
                                "keep it, or declare .changedIn(\"1.1\", Types.oneOf(\"a\", \"b\", \"c\"), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                field(
                                        "status",
                                        ab().changedIn(
                                                        "1.1",
                                                        abc(),
                                                        value -> value,
                                                        value -> value.equals("c") ? "b" : value)))),
                edit("value replaced")
                        .released(thing("1.0", field("status", ab())))
                        .edited(thing("1.0", field("status", Types.oneOf("a", "z"))))
                        .needs(
                                "Y 1.0 status.values",
                                "keep it, or declare .changedIn(\"1.1\", Types.oneOf(\"a\", \"b\"), down, up)"
                                        + " and put version(\"1.1\")")
                        .needs(
                                "Y 1.0 status.values",
                                "declare .changedIn(\"1.1\", Types.oneOf(\"a\", \"b\"), down, up), which turns the one into"
                                        + " the other, and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                field(
                                        "status",
                                        Types.oneOf("a", "z")
                                                .changedIn(
                                                        "1.1",
                                                        ab(),
                                                        value -> value.equals("z") ? "b" : value,
                                                        value -> value.equals("b") ? "z" : value)))),
                edit("values reordered")
                        .released(thing("1.0", field("status", abc())))
                        .edited(thing("1.0", field("status", Types.oneOf("c", "a", "b"))))
                        .isFine(),
                edit("names to choose from became an enum")
                        .released(thing("1.0", field("light", Types.oneOf("GREEN", "RED"))))
                        .edited(thing("1.0", field("light", Types.enumOf(Light.class))))
                        .isFine(),
                edit("choice opened")
                        .released(thing("1.0", field("status", ab())))
                        .edited(thing("1.0", field("status", ab().open())))
                        .needs(
                                "Y 1.0 status.open",
                                "declare .changedIn(\"1.1\", Types.oneOf(\"a\", \"b\"), down, up)"
                                        + " and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                field("status", ab().open().changedIn("1.1", ab(), value -> "a", value -> value)))),
                edit("text became a choice")
                        .released(thing("1.0", field("status", Types.string())))
                        .edited(thing("1.0", field("status", ab())))
                        .needs(
                                "Y 1.0 status",
                                "declare .changedIn(\"1.1\", Types.string(), down, up) and put version(\"1.1\")")
                        .cured(thing(
                                "1.1",
                                field(
                                        "status",
                                        ab().changedIn(
                                                        "1.1",
                                                        Types.string(),
                                                        value -> value,
                                                        value -> value.equals("b") ? "b" : "a")))),
                edit("transition and unknownAs given")
                        .released(thing("1.0", field("status", ab())))
                        .edited(thing(
                                "1.0", field("status", ab().transition("a", "b").unknownAs("a"))))
                        .needs("Z 1.0 status.transitions", "put version(\"1.0.1\")")
                        .needs("Z 1.0 status.unknownAs", "put version(\"1.0.1\")")
                        .cured(thing(
                                "1.0.1",
                                field("status", ab().transition("a", "b").unknownAs("a")))),
                edit("what older peers get changed")
                        .released(thing("1.1", field("status", abc().added("1.1", "c", "a"))))
                        .edited(thing("1.1", field("status", abc().added("1.1", "c", "b"))))
                        .needs("FORBIDDEN 1.1 status.added.c", "declare .added(\"1.1\", \"c\", \"a\")")
                        .cured(thing("1.1", field("status", abc().added("1.1", "c", "a")))),
                edit("what older peers get said where nothing was")
                        .released(thing("1.1", field("status", abc().added("1.1", "c"))))
                        .edited(thing("1.1", field("status", abc().added("1.1", "c", "b"))))
                        .needs("NONE 1.1 status.added.c", "no peer was promised anything else")
                        .isFine(),
                edit("version of a value forgotten")
                        .released(thing("1.1", field("status", abc().added("1.1", "c", "a"))))
                        .edited(thing("1.1", field("status", abc())))
                        .needs("FORBIDDEN 1.0 status.values", "declare .added(\"1.1\", \"c\", \"a\")")
                        .cured(thing("1.1", field("status", abc().added("1.1", "c", "a")))),
                edit("version given to a value that was always there")
                        .released(thing(
                                "1.1",
                                field("status", abc()),
                                field("a", Types.string().since("1.1"))))
                        .edited(thing(
                                "1.1",
                                field("status", abc().added("1.1", "c", "a")),
                                field("a", Types.string().since("1.1"))))
                        .needs("FORBIDDEN 1.0 status.values", "take .added(\"1.1\", \"c\", …) away")
                        .cured(thing(
                                "1.1",
                                field("status", abc()),
                                field("a", Types.string().since("1.1")))),
                edit("version of a value written in another way")
                        .released(thing("1.1", field("status", abc().added("1.1", "c", "a"))))
                        .edited(thing("1.1.0", field("status", abc().added("1.1.0", "c", "a"))))
                        .isFine());
    }
}
