package org.versionedobjects.lock;

import static org.versionedobjects.lock.LockEdit.edit;
import static org.versionedobjects.lock.LockEdit.field;
import static org.versionedobjects.lock.LockEdit.step;
import static org.versionedobjects.lock.LockEdit.thing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.ValueChange;
import org.versionedobjects.types.Types;

/** Edits of a history that was released. */
final class HistoryEdits {
    private static final FieldType<String> TEXT = Types.string();
    private static final LockEdit.Part ID = field("id", Types.longInteger());
    private static final LockEdit.Part NEW = field("new", TEXT.since("1.1"));

    private HistoryEdits() {}

    private static FieldSpec<Long> size(String version) {
        return Types.longInteger().changedIn(version, TEXT, String::valueOf, Long::valueOf);
    }

    private static FieldSpec<Long> sizeOrNull(String old) {
        return Types.longInteger()
                .changedIn(
                        "1.1",
                        ValueChange.<Long, @Nullable String>of(TEXT.nullable(), String::valueOf, Long::valueOf)
                                .nullUp(Long.valueOf(old)));
    }

    static List<LockEdit> all() {
        return List.of(
                edit("since forgotten")
                        .released(thing("1.1", ID, field("rack", TEXT.since("1.1"))))
                        .edited(thing("1.1", ID, field("rack", TEXT)))
                        .needs("FORBIDDEN 1.0 rack", "declare .since(\"1.1\")")
                        .cured(thing("1.1", ID, field("rack", TEXT.since("1.1")))),
                edit("since given to a field that was always there")
                        .released(thing("1.1", ID, NEW, field("rack", TEXT)))
                        .edited(thing("1.1", ID, NEW, field("rack", TEXT.since("1.1"))))
                        .needs("FORBIDDEN 1.0 rack", "take .since(\"1.1\") away")
                        .cured(thing("1.1", ID, NEW, field("rack", TEXT))),
                edit("since moved to the version in the making")
                        .released(thing("1.1", ID, field("rack", TEXT.since("1.1"))))
                        .edited(thing("1.2", ID, field("rack", TEXT.since("1.2"))))
                        .needs("FORBIDDEN 1.1 rack", "declare .since(\"1.1\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.since("1.1")))),
                edit("field removed long ago dropped from the code")
                        .released(thing(
                                "1.1", ID, field("rack", TEXT.removedIn("1.1").fill("x"))))
                        .edited(thing("1.1", ID))
                        .needs(
                                "FORBIDDEN 1.0 rack",
                                "declare DEFINE.field(\"rack\", Types.string().removedIn(\"1.1\").fill(\"x\"))")
                        .cured(thing(
                                "1.1", ID, field("rack", TEXT.removedIn("1.1").fill("x")))),
                edit("whole history of a field dropped with it")
                        .released(thing(
                                "1.4",
                                ID,
                                field(
                                        "size",
                                        size("1.2")
                                                .since("1.1")
                                                .renamedFrom("old", "1.3")
                                                .removedIn("1.4"))))
                        .edited(thing("1.4", ID))
                        .needs(
                                "FORBIDDEN 1.3 size",
                                "declare DEFINE.field(\"size\", Types.longInteger().changedIn(\"1.2\", Types.string(),"
                                        + " down, up).since(\"1.1\").renamedFrom(\"old\", \"1.3\").removedIn(\"1.4\"))")
                        .cured(thing(
                                "1.4",
                                ID,
                                field(
                                        "size",
                                        size("1.2")
                                                .since("1.1")
                                                .renamedFrom("old", "1.3")
                                                .removedIn("1.4")))),
                edit("removed field back")
                        .released(thing("1.1", ID, field("rack", TEXT.removedIn("1.1"))))
                        .edited(thing("1.1", ID, field("rack", TEXT)))
                        .needs(
                                "FORBIDDEN 1.1 rack",
                                "declare .removedIn(\"1.1\"), and a field of another name if you need one")
                        .cured(thing("1.1", ID, field("rack", TEXT.removedIn("1.1")))),
                edit("removal moved")
                        .released(thing("1.2", ID, NEW, field("rack", TEXT.removedIn("1.2"))))
                        .edited(thing("1.2", ID, NEW, field("rack", TEXT.removedIn("1.1"))))
                        .needs("FORBIDDEN 1.2 rack", "declare .removedIn(\"1.2\")")
                        .cured(thing("1.2", ID, NEW, field("rack", TEXT.removedIn("1.2")))),
                edit("fill changed")
                        .released(thing(
                                "1.1",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger().removedIn("1.1").fill(7L))))
                        .edited(thing(
                                "1.1",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger().removedIn("1.1").fill(8L))))
                        .needs("FORBIDDEN 1.1 size.fill", "declare .fill(7L)")
                        .cured(thing(
                                "1.1",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger().removedIn("1.1").fill(7L)))),
                edit("fill given where there was none")
                        .released(thing("1.1", ID, field("rack", TEXT.removedIn("1.1"))))
                        .edited(thing(
                                "1.1", ID, field("rack", TEXT.removedIn("1.1").fill("x"))))
                        .needs("NONE 1.1 rack.fill", "no peer was promised anything else")
                        .isFine(),
                edit("rename forgotten")
                        .released(thing("1.1", ID, field("rack", TEXT.renamedFrom("shelf", "1.1"))))
                        .edited(thing("1.1", ID, field("rack", TEXT)))
                        .needs("FORBIDDEN 1.1 rack", "declare .renamedFrom(\"shelf\", \"1.1\")")
                        .cured(thing("1.1", ID, field("rack", TEXT.renamedFrom("shelf", "1.1")))),
                edit("rename moved to the version in the making")
                        .released(thing("1.1", ID, field("rack", TEXT.renamedFrom("shelf", "1.1"))))
                        .edited(thing("1.2", ID, field("rack", TEXT.renamedFrom("shelf", "1.2"))))
                        .needs("FORBIDDEN 1.1 rack", "declare .renamedFrom(\"shelf\", \"1.1\")")
                        .cured(thing("1.2", ID, field("rack", TEXT.renamedFrom("shelf", "1.1")))),
                edit("change of type forgotten")
                        .released(thing("1.1", ID, field("size", size("1.1"))))
                        .edited(thing("1.1", ID, field("size", Types.longInteger())))
                        .needs("FORBIDDEN 1.0 size", "declare .changedIn(\"1.1\", Types.string(), down, up)")
                        .cured(thing("1.1", ID, field("size", size("1.1")))),
                edit("older type of a change edited")
                        .released(thing("1.1", ID, field("size", size("1.1"))))
                        .edited(thing(
                                "1.1",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger()
                                                .changedIn("1.1", Types.bool(), each -> each > 0, each -> 1L))))
                        .needs("FORBIDDEN 1.0 size", "declare .changedIn(\"1.1\", Types.string(), down, up)")
                        .cured(thing("1.1", ID, field("size", size("1.1")))),
                edit("newer type of a change edited")
                        .released(thing("1.1", ID, field("size", size("1.1"))))
                        .edited(thing(
                                "1.1",
                                ID,
                                field(
                                        "size",
                                        Types.integer().changedIn("1.1", TEXT, String::valueOf, Integer::valueOf))))
                        .needs(
                                "Y 1.1 size",
                                "declare .changedIn(\"1.2\", Types.longInteger(), down, up) and put version(\"1.2\")")
                        .cured(thing(
                                "1.2",
                                ID,
                                field(
                                        "size",
                                        Types.integer()
                                                .changedIn("1.2", size("1.1"), Integer::longValue, Math::toIntExact)))),
                edit("what null becomes changed")
                        .released(thing("1.1", ID, field("size", sizeOrNull("-1"))))
                        .edited(thing("1.1", ID, field("size", sizeOrNull("0"))))
                        .needs("FORBIDDEN 1.1 size.nullUp", "declare .nullUp(-1L)")
                        .cured(thing("1.1", ID, field("size", sizeOrNull("-1")))),
                edit("values converted in the released version, type unchanged")
                        .released(thing("1.1", ID, field("size", Types.longInteger())))
                        .edited(thing(
                                "1.1",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger()
                                                .changedIn("1.1", Types.longInteger(), a -> a / 2, a -> a * 2))))
                        .needs(
                                "FORBIDDEN 1.1 size",
                                "declare .changedIn(\"1.2\", Types.longInteger(), down, up) and put version(\"1.2\")")
                        .cured(thing(
                                "1.2",
                                ID,
                                field(
                                        "size",
                                        Types.longInteger()
                                                .changedIn("1.2", Types.longInteger(), a -> a / 2, a -> a * 2)))),
                edit("field removed in a Z")
                        .released(thing("1.0", ID, field("rack", TEXT)))
                        .edited(thing("1.0.1", ID, field("rack", TEXT.removedIn("1.0.1"))))
                        .needs(
                                "Y 1.0.1 rack",
                                "declare .removedIn with \"1.1\" in place of \"1.0.1\" and put version(\"1.1\")")
                        .cured(thing("1.1", ID, field("rack", TEXT.removedIn("1.1")))),
                edit("field renamed in a Z")
                        .released(thing("1.0", ID, field("shelf", TEXT)))
                        .edited(thing("1.0.1", ID, field("rack", TEXT.renamedFrom("shelf", "1.0.1"))))
                        .needs(
                                "Y 1.0.1 rack",
                                "declare .renamedFrom with \"1.1\" in place of \"1.0.1\" and put version(\"1.1\")")
                        .cured(thing("1.1", ID, field("rack", TEXT.renamedFrom("shelf", "1.1")))),
                edit("field retyped in a Z")
                        .released(thing("1.0", ID, field("size", TEXT)))
                        .edited(thing("1.0.1", ID, field("size", size("1.0.1"))))
                        .needs(
                                "Y 1.0.1 size",
                                "declare .changedIn with \"1.1\" in place of \"1.0.1\" and put version(\"1.1\")")
                        .cured(thing("1.1", ID, field("size", size("1.1")))),
                edit("step added to the released version")
                        .released(thing("1.1", ID))
                        .edited(thing("1.1", ID, step("1.1")))
                        .needs("FORBIDDEN 1.1", "declare step(\"1.2\", down, up) in its place and put version(\"1.2\")")
                        .cured(thing("1.2", ID, step("1.2"))),
                edit("step removed")
                        .released(thing("1.1", ID, step("1.1")))
                        .edited(thing("1.1", ID))
                        .needs("FORBIDDEN 1.1", "declare step(\"1.1\", down, up)")
                        .cured(thing("1.1", ID, step("1.1"))),
                edit("step moved to the version in the making")
                        .released(thing("1.1", ID, step("1.1")))
                        .edited(thing("1.2", ID, step("1.2")))
                        .needs("FORBIDDEN 1.1", "declare step(\"1.1\", down, up)")
                        .cured(thing("1.2", ID, step("1.1"), step("1.2"))),
                edit("step in the making, as it should be")
                        .released(thing("1.1", ID))
                        .edited(thing("1.2", ID, step("1.2")))
                        .isFine(),
                edit("branches merged, 1.2 in the making in both")
                        .released(thing("1.1", ID))
                        .edited(thing("1.2", ID, field("mine", TEXT.since("1.2")), field("theirs", TEXT.since("1.2"))))
                        .isFine(),
                edit("branches merged, 1.2 released by the other")
                        .released(thing("1.2", ID, field("theirs", TEXT.since("1.2"))))
                        .edited(thing("1.2", ID, field("mine", TEXT.since("1.2")), field("theirs", TEXT.since("1.2"))))
                        .needs("FORBIDDEN 1.2 mine", "declare .since(\"1.3\") and put version(\"1.3\")")
                        .cured(thing("1.3", ID, field("mine", TEXT.since("1.3")), field("theirs", TEXT.since("1.2")))));
    }
}
