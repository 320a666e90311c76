package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** A random type, at version 1.2, that can be edited in one place. */
record DraftType(List<DraftField> fields, @Nullable String step) {
    private static final List<FieldType<?>> TYPES = List.of(
            Types.string(),
            Types.string().maxLength(10),
            Types.string().matching("a+"),
            Types.string().nullable(),
            Types.longInteger(),
            Types.longInteger().atLeast(1L),
            Types.oneOf("a", "b"),
            Types.oneOf("a", "b", "c"),
            Types.oneOf("a", "b").open(),
            Types.oneOf("a", "b", "c").added("1.1", "c", "a"),
            Types.oneOf("a", "b", "c").added("1.1", "c", "b"),
            Types.listOf(Types.string()),
            Types.listOf(Types.string().nullable()),
            Types.listOf(Types.listOf(Types.oneOf("a"))),
            Types.listOf(Types.listOf(Types.oneOf("a", "b"))),
            Types.setOf(Types.string()),
            Types.mapOf(Types.decimal().scale(1)),
            Types.mapOf(Types.decimal().scale(2)),
            Types.oneOf("a", "b").transition("a", "b"),
            Types.oneOf("a", "b", "c").added("1.2", "c", "b"));

    /** The last of the types are for peers, up to 1.1, as another one is, and so no good for a field that is gone by 1.2. */
    private static int typesFor(int removed) {
        return removed == 0 ? TYPES.size() : TYPES.size() - 2;
    }

    /** A field: a type by number, and versions by their minor; 0 stands for none. */
    record DraftField(String name, int type, int since, int removed, int renamed, boolean isReadOnly) {
        FieldSpec<?> spec() {
            FieldSpec<?> spec = FieldSpec.of(TYPES.get(type));
            FieldSpec<?> born = since == 0 ? spec : spec.since("1." + since);
            FieldSpec<?> named = renamed == 0 ? born : born.renamedFrom("old_" + name, "1." + renamed);
            FieldSpec<?> set = isReadOnly ? named.readOnly() : named;
            return removed == 0 ? set : set.removedIn("1." + removed);
        }

        DraftField edited(Random random) {
            return switch (random.nextInt(6)) {
                case 0 -> new DraftField(name + "_", type, since, removed, renamed, isReadOnly);
                case 1 -> new DraftField(name, other(random), since, removed, renamed, isReadOnly);
                case 2 -> lived(random, since == 0 ? 1 : 0, removed, renamed);
                case 3 -> lived(random, since, removed == 0 ? 2 : 0, renamed);
                case 4 -> lived(random, since, removed, renamed == 0 ? 1 + random.nextInt(2) : 0);
                default ->
                    removed == 0
                            ? new DraftField(name, type, since, removed, renamed, !isReadOnly)
                            : new DraftField(name, other(random), since, removed, renamed, isReadOnly);
            };
        }

        /** Returns this with another history, or edited otherwise where that makes no sense. */
        private DraftField lived(Random random, int newSince, int newRemoved, int newRenamed) {
            boolean isLegal = (newRemoved == 0 || (newSince < newRemoved && newRenamed < newRemoved))
                    && (newRenamed == 0 || newSince < newRenamed);
            return isLegal
                    ? new DraftField(name, type, newSince, newRemoved, newRenamed, isReadOnly)
                    : new DraftField(name, other(random), since, removed, renamed, isReadOnly);
        }

        private int other(Random random) {
            int count = typesFor(removed);
            return (type + 1 + random.nextInt(count - 1)) % count;
        }
    }

    static DraftType random(Random random) {
        List<DraftField> fields = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int since = random.nextInt(3) == 0 ? 1 : 0;
            int removed = random.nextInt(4) == 0 ? 2 : 0;
            fields.add(new DraftField(
                    "f" + i,
                    random.nextInt(typesFor(removed)),
                    since,
                    removed,
                    since == 0 && random.nextInt(4) == 0 ? 1 : 0,
                    random.nextInt(4) == 0));
        }
        return new DraftType(fields, random.nextInt(3) == 0 ? "1.1" : null);
    }

    DraftType edited(Random random) {
        List<DraftField> more = new ArrayList<>(fields);
        int at = random.nextInt(fields.size());
        switch (random.nextInt(6)) {
            case 0 -> more.add(new DraftField("new", random.nextInt(TYPES.size()), random.nextInt(3), 0, 0, false));
            case 1 -> more.remove(at);
            case 2 -> {
                return new DraftType(fields, step == null ? "1.2" : random.nextBoolean() ? null : "1.2");
            }
            default -> more.set(at, fields.get(at).edited(random));
        }
        return new DraftType(more, step);
    }

    ObjectType<DynamicObject> type() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Thing");
        fields.forEach(each -> define.field(each.name(), each.spec()));
        if (step != null) {
            define.step(step, down -> {}, up -> {});
        }
        return define.version("1.2");
    }
}
