package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.AnyTypes;
import org.versionedobjects.types.AnyTypes.AnyType;
import org.versionedobjects.types.Types;

/**
 * Laws of objects whose fields have random types. A failure names its seed; {@code -Dversionedobjects.seed=N} runs that
 * one alone.
 */
class LawsTest {
    private static final int ROUNDS = 400;

    private static void forRandomTypes(Consumer<Subject> law) {
        Long only = Long.getLong("versionedobjects.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? ROUNDS : only;
        for (long seed = first; seed <= last; seed++) {
            Subject subject = new Subject(new Random(seed));
            try {
                law.accept(subject);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dversionedobjects.seed=" + seed + " and " + subject.describe(), e);
            }
        }
    }

    @Test
    void setBackToTheBaseline_isClean() {
        forRandomTypes(subject -> {
            DynamicObject object = subject.loaded();
            Values before = object.changes().before();
            subject.setAll(object);
            subject.copyAll(before, object);

            assertThat(object.hasChanges()).as(object.changes().toString()).isFalse();
            assertThat(object.changes().isEmpty()).isTrue();
        });
    }

    @Test
    void revert_afterSets_isWhatItWas() {
        forRandomTypes(subject -> {
            DynamicObject object = subject.loaded();
            String before = subject.state(object);
            subject.setSome(object);
            object.revert();

            assertThat(subject.state(object)).isEqualTo(before);
            assertThat(object.hasChanges()).isFalse();
        });
    }

    @Test
    void copy_ofDirtyObject_hasItsStateAndIsIndependent() {
        forRandomTypes(subject -> {
            DynamicObject object = subject.loaded();
            subject.setSome(object);
            String before = subject.state(object);
            VersionedObject copy = object.copy();

            assertThat(subject.state(copy)).isEqualTo(before);
            subject.setAll(copy);
            copy.resetChangesDeep();
            assertThat(subject.state(object)).isEqualTo(before);
        });
    }

    @Test
    void resetChangesDeep_leavesNothingDirtyAtAnyDepth() {
        forRandomTypes(subject -> {
            DynamicObject root = subject.tree(3);

            root.resetChangesDeep();

            subject.assertCleanAtEachDepth(root);
        });
    }

    @Test
    void changeAtAnyDepth_showsAtTheRoot() {
        forRandomTypes(subject -> {
            DynamicObject root = subject.tree(3);
            root.resetChangesDeep();
            DynamicObject deepest = subject.deepest(root);
            deepest.touch(subject.marker);

            assertThat(root.hasChanges()).isTrue();
            assertThat(root.isChanged(subject.children)).isEqualTo(!root.equals(deepest));
        });
    }

    @Test
    void failedSet_changesNothing() {
        forRandomTypes(subject -> {
            DynamicObject object = subject.loaded();
            subject.setSome(object);
            String before = subject.state(object);

            for (Field<?> field : subject.fields) {
                assertThatThrownBy(() -> object.setFrom(field, new Thread()))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining(field.name());
            }
            assertThat(subject.state(object)).isEqualTo(before);
        });
    }

    @Test
    void readOnly_afterAnySequenceOfCalls_hasItsFirstValue() {
        forRandomTypes(subject -> {
            DynamicObject object = subject.loaded();
            Values before = object.changes().before();
            for (int i = 0; i < 20; i++) {
                subject.attack(object);

                assertThat(subject.isKept(before, object)).isTrue();
            }
        });
    }

    @Test
    void readOnly_setAgainBeforeAnythingIsSaved_hasItsFirstValue() {
        forRandomTypes(subject -> {
            DynamicObject object = subject.type.newObject();
            subject.set(object, subject.fixed, subject.fixedType);
            Values first = object.changes().after();
            for (int i = 0; i < 5; i++) {
                subject.setFixed(object);

                assertThat(subject.isKept(first, object)).isTrue();
            }
        });
    }

    @Test
    void json_ofAnyObject_isReadBackWithItsState() {
        forRandomTypes(subject -> {
            DynamicObject object = subject.tree(2);
            String json = subject.codec.toJson(object);
            VersionedObject read = subject.codec.fromJson(json);

            assertThat(subject.codec.toJson(read)).isEqualTo(json);
            assertThat(read).hasToString(object.toString());
            assertThat(read.changes().fields()).isEqualTo(object.changes().fields());
            assertThat(subject.isSame(object, read)).isTrue();
        });
    }

    @Test
    void plainForm_ofAnyObject_isReadBackWithItsState() {
        forRandomTypes(subject -> {
            DynamicObject object = subject.tree(2);
            VersionedObject read = subject.codec.fromPrimitive(subject.codec.toPrimitive(object));

            assertThat(subject.codec.toJson(read)).isEqualTo(subject.codec.toJson(object));
            assertThat(subject.isSame(object, read)).isTrue();
        });
    }

    /** A dynamic type with a few fields of random types, one of them read-only, and lists of objects of itself. */
    private static final class Subject {
        private final Random random;
        private final List<AnyType<?>> types = new ArrayList<>();
        private final List<Field<?>> fields = new ArrayList<>();
        private final Field<?> fixed;
        private final AnyType<?> fixedType;
        private final Field<Boolean> marker;
        private final Field<List<Map<String, VersionedObject>>> children;
        private final ObjectType<DynamicObject> type;
        private final ObjectCodec codec;

        Subject(Random random) {
            this.random = random;
            ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("laws", "Subject");
            for (int i = 0; i < 4; i++) {
                AnyType<?> each = AnyTypes.any(random);
                types.add(each);
                fields.add(define.field("field" + i, each.type()));
            }
            fixedType = AnyTypes.any(random);
            fixed = define.field("fixed", fixedType.type().readOnly());
            marker = define.field("marker", Types.bool());
            children = define.field("children", Types.listOf(Types.mapOf(Types.object("laws", "Subject"))));
            type = define.version("1.0");
            codec = ObjectCodec.of(ObjectRegistry.of(type));
        }

        String describe() {
            return types.stream().map(AnyType::type).map(FieldType::describe).toList() + ", read-only "
                    + fixedType.type().describe();
        }

        /** An object as it comes from a store: some fields unset, nothing dirty. */
        DynamicObject loaded() {
            DynamicObject object = type.newObject();
            setSome(object);
            set(object, fixed, fixedType);
            object.set(marker, true);
            object.resetChangesDeep();
            return object;
        }

        DynamicObject tree(int depth) {
            DynamicObject object = loaded();
            List<Map<String, VersionedObject>> lists = new ArrayList<>();
            for (int count = depth == 0 ? 0 : random.nextInt(3); count > 0; count--) {
                lists.add(Map.of("a", tree(depth - 1), "b", tree(0)));
            }
            object.set(children, lists);
            setSome(object);
            return object;
        }

        DynamicObject deepest(DynamicObject object) {
            List<Map<String, VersionedObject>> below = object.get(children);
            return below.isEmpty()
                    ? object
                    : deepest((DynamicObject) below.get(0).get("a"));
        }

        void assertCleanAtEachDepth(VersionedObject object) {
            assertThat(object.hasChanges()).isFalse();
            assertThat(object.changes().isEmpty()).isTrue();
            object.get(children).forEach(each -> each.values().forEach(this::assertCleanAtEachDepth));
        }

        void setAll(VersionedObject object) {
            for (int i = 0; i < fields.size(); i++) {
                set(object, fields.get(i), types.get(i));
            }
        }

        void setSome(VersionedObject object) {
            for (int i = 0; i < fields.size(); i++) {
                if (random.nextBoolean()) {
                    set(object, fields.get(i), types.get(i));
                } else if (random.nextInt(4) == 0) {
                    object.unset(fields.get(i));
                }
            }
        }

        @SuppressWarnings("unchecked") // a field is made of the type beside it
        private <T extends @Nullable Object> void set(VersionedObject object, Field<?> field, AnyType<T> source) {
            object.set((Field<T>) field, source.value(random));
        }

        /** Sets each field to what it is elsewhere. */
        void copyAll(Values from, VersionedObject to) {
            fields.forEach(field -> copy(from, to, field));
        }

        private static <T extends @Nullable Object> void copy(Values from, VersionedObject to, Field<T> field) {
            if (from.isSet(field)) {
                to.set(field, from.get(field));
            } else {
                to.unset(field);
            }
        }

        void setFixed(DynamicObject object) {
            try {
                set(object, fixed, fixedType);
            } catch (ReadOnlyFieldException e) {
                assertThat(e.facts().path()).isEqualTo("fixed");
            }
        }

        /** Tries to get another value into the read-only field, in one of the ways there are. */
        void attack(DynamicObject object) {
            try {
                switch (random.nextInt(9)) {
                    case 0 -> setFixed(object);
                    case 1 -> object.setFrom(fixed, fixedType.value(random));
                    case 2 -> object.unset(fixed);
                    case 3 -> object.resetChanges();
                    case 4 -> object.resetChanges(fixed);
                    case 5 -> object.revert();
                    case 6 -> object.touch(fixed);
                    case 7 -> object.set("fixed", fixedType.value(random));
                    default -> object.resetChangesDeep();
                }
            } catch (ReadOnlyFieldException e) {
                assertThat(e.facts().path()).isEqualTo("fixed");
            }
        }

        boolean isKept(Values before, Values now) {
            return isSame(before, now, fixed);
        }

        boolean isSame(Values one, Values other) {
            return fields.stream().allMatch(field -> isSame(one, other, field)) && isSame(one, other, fixed);
        }

        private static <T extends @Nullable Object> boolean isSame(Values one, Values other, Field<T> field) {
            return one.isSet(field)
                    ? other.isSet(field) && field.type().same(one.get(field), other.get(field))
                    : !other.isSet(field);
        }

        /** All there is to know of an object: values, what is changed, and what it was before. */
        String state(VersionedObject object) {
            StringBuilder text = new StringBuilder();
            for (Field<?> field : type.fields()) {
                text.append(value(object, field))
                        .append(object.isChanged(field))
                        .append(value(object.changes().before(), field))
                        .append('\n');
            }
            return text.toString();
        }

        private static <T extends @Nullable Object> String value(Values values, Field<T> field) {
            return field.name() + '=' + (values.isSet(field) ? field.type().toPrimitive(values.get(field)) : "unset");
        }
    }
}
