package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

/** The edits that developers really make, each with what it takes and with the cure, which is typed and tried. */
class LockEditsTest {
    static List<LockEdit> edits() {
        return Stream.of(FieldEdits.all(), ValueEdits.all(), HistoryEdits.all(), TypeEdits.all())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void tableIsLong_andNamesEachEditOnce() {
        assertThat(edits()).hasSizeGreaterThan(100).extracting(LockEdit::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void edit_takesWhatItTakes_andIsToldItsCure(LockEdit edit) {
        assertThat(LockDiff.of(edit.lock(), edit.edited()))
                .extracting(
                        each -> (each.needed() + " " + each.version() + " " + each.path()).strip() + ": " + each.cure())
                .containsExactlyElementsOf(edit.expected());
    }

    @ParameterizedTest
    @MethodSource("edits")
    void cure_leavesNothingToDo(LockEdit edit) {
        assertThat(LockDiff.of(edit.curedLock(), edit.cured()))
                .filteredOn(each -> each.needed() != LockDifference.Needed.NONE)
                .isEmpty();
    }

    /** The proof that the cure is honest: peers of the release read what is written for them, and are read. */
    @ParameterizedTest
    @MethodSource("edits")
    void cure_servesPeersOfTheRelease(LockEdit edit) {
        ObjectCodec old = ObjectCodec.of(edit.released());
        ObjectCodec cured = ObjectCodec.of(edit.cured());
        for (ObjectType<?> type : edit.released().types()) {
            Optional<ObjectType<?>> now = edit.cured()
                    .find(type.namespace(), type.name(), type.version().major());
            if (now.isPresent()) {
                for (VersionedObject object : new ObjectSamples(edit.cured()).of(now.get())) {
                    VersionedObject read = old.fromJson(
                            cured.forPeer(edit.released().manifest(type)).toJson(object));
                    assertThat(read.objectType()).isSameAs(type);
                    assertThat(cured.fromJson(old.toJson(read)).objectType()).isSameAs(now.get());
                }
            }
        }
    }

    @Test
    void sampledObjects_areNotEmpty() {
        ObjectType<DynamicObject> type = LockEdit.thing("1.0", LockEdit.field("a", FieldEdits.TEXT));

        assertThat(new ObjectSamples(ObjectRegistry.of(type)).of(type))
                .extracting(Object::toString)
                .containsExactly("Thing 1.0{a='a'}");
    }
}
