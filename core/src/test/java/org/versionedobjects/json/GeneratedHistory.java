package org.versionedobjects.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/**
 * A random history of a type {@code Thing} and its child, over versions 1.0 to 1.{@link #last}: what each release knew of
 * it, and, worked out apart from the library, what each field is in each version.
 */
public final class GeneratedHistory {
    static final Object UNSET = new Object();

    private static final int CHILD_LAST = 3;

    public final int last;
    final List<Life> lives = new ArrayList<>();
    private final int[] childOf;

    public GeneratedHistory(Random random) {
        this.last = 2 + random.nextInt(4);
        this.childOf = childVersions(random);
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            lives.add(life("f" + i, random));
        }
    }

    /** Returns the types of each release of a history, oldest first, as that release itself declares them. */
    public static List<ObjectRegistry> releases(long seed) {
        GeneratedHistory history = new GeneratedHistory(new Random(seed));
        List<ObjectRegistry> releases = new ArrayList<>();
        for (int minor = 0; minor <= history.last; minor++) {
            releases.add(history.release(minor, history.childOf(minor)).codec().registry());
        }
        return releases;
    }

    private int[] childVersions(Random random) {
        int[] versions = new int[last + 1];
        for (int i = 1; i <= last; i++) {
            versions[i] = Math.min(CHILD_LAST, versions[i - 1] + random.nextInt(2));
        }
        return versions;
    }

    /** Returns the minor version of the child that goes with one of the parent. */
    public int childOf(int minor) {
        return childOf[minor];
    }

    private Life life(String name, Random random) {
        int at = 1 + random.nextInt(last);
        int since = random.nextInt(at);
        return switch (random.nextInt(8)) {
            case 0 -> new Added(name, at);
            case 1 -> new Removed(name, since, at, random.nextBoolean());
            case 2 -> new Renamed(name, at);
            case 3 -> new Changed(name, at, false);
            case 4 -> new Changed(name, at, true);
            case 5 -> new Choice(name, at);
            default -> new Children(name, since, random.nextInt(3));
        };
    }

    /** Returns what a release knew: the history up to a version, with the child of a version. */
    public Release release(int minor, int childMinor) {
        ObjectType.Definition<DynamicObject> child = ObjectType.dynamic("demo", "Child");
        child.field("x", Types.string());
        if (childMinor >= 1) {
            child.field("y", Types.longInteger().since("1.1"));
        }
        child.field(
                childMinor >= 2 ? "w" : "v",
                childMinor >= 2 ? Types.string().renamedFrom("v", "1.2") : FieldSpec.of(Types.string()));
        if (childMinor >= 3) {
            child.field(
                    "c",
                    Types.longInteger()
                            .since("1.1")
                            .changedIn("1.3", Types.string(), String::valueOf, Long::parseLong));
        } else if (childMinor >= 1) {
            child.field("c", Types.string().since("1.1"));
        }
        ObjectType.Definition<DynamicObject> thing = ObjectType.dynamic("demo", "Thing");
        for (Life life : lives) {
            String name = life.name(minor);
            FieldSpec<?> spec = life.spec(minor, this);
            if (name != null && spec != null) {
                thing.field(name, spec);
            }
        }
        ObjectType<DynamicObject> childType = child.version("1." + childMinor);
        ObjectType<DynamicObject> type = thing.version("1." + minor);
        return new Release(minor, childMinor, type, childType, ObjectCodec.of(ObjectRegistry.of(type, childType)));
    }

    public record Release(
            int minor,
            int childMinor,
            ObjectType<DynamicObject> type,
            ObjectType<DynamicObject> childType,
            ObjectCodec codec) {}

    private NestedType<VersionedObject> child() {
        NestedType<VersionedObject> type = Types.object("demo", "Child");
        for (int i = 0; i <= last; i++) {
            if (i == 0 || childOf[i] != childOf[i - 1]) {
                type = type.child("1." + i, "1." + childOf[i]);
            }
        }
        return type;
    }

    /** One field from its first version to the last. */
    interface Life {
        /** Returns what it is called in a release, if that declares it. */
        @Nullable
        String name(int minor);

        /** Returns how a release declares it. */
        @Nullable
        FieldSpec<?> spec(int minor, GeneratedHistory history);

        /** Returns a value of the newest release, {@link #UNSET} if it has no such field. */
        @Nullable
        Object value(Random random, Release newest);

        /** Returns what is in an older version for a newest value: a plain value, {@link #UNSET} for none. */
        @Nullable
        Object older(@Nullable Object value, int minor, int childMinor);

        /** Returns what comes back of it in the newest. */
        @Nullable
        Object back(@Nullable Object value, int minor, int childMinor);

        /** Says whether its mark among the changes goes along to a version. */
        default boolean keepsMark(int minor) {
            return name(minor) != null;
        }
    }

    record Added(String field, int since) implements Life {
        @Override
        public @Nullable String name(int minor) {
            return minor < since ? null : field;
        }

        @Override
        public FieldSpec<?> spec(int minor, GeneratedHistory history) {
            return Types.string().nullable().since("1." + since);
        }

        @Override
        public @Nullable Object value(Random random, Release newest) {
            return random.nextInt(4) == 0 ? null : "s" + random.nextInt(100);
        }

        @Override
        public @Nullable Object older(@Nullable Object value, int minor, int childMinor) {
            return minor < since ? UNSET : value;
        }

        @Override
        public @Nullable Object back(@Nullable Object value, int minor, int childMinor) {
            return older(value, minor, childMinor);
        }
    }

    record Removed(String field, int since, int removed, boolean isFilled) implements Life {
        @Override
        public @Nullable String name(int minor) {
            return minor < since ? null : field;
        }

        @Override
        public FieldSpec<?> spec(int minor, GeneratedHistory history) {
            FieldSpec<Long> spec = Types.longInteger().since("1." + since);
            if (minor < removed) {
                return spec;
            }
            FieldSpec<Long> gone = spec.removedIn("1." + removed);
            return isFilled ? gone.fill(7L) : gone;
        }

        @Override
        public Object value(Random random, Release newest) {
            return UNSET;
        }

        @Override
        public Object older(@Nullable Object value, int minor, int childMinor) {
            return isFilled && minor >= since && minor < removed ? (Object) 7L : UNSET;
        }

        @Override
        public Object back(@Nullable Object value, int minor, int childMinor) {
            return older(value, minor, childMinor);
        }

        @Override
        public boolean keepsMark(int minor) {
            return false;
        }
    }

    record Renamed(String field, int at) implements Life {
        @Override
        public String name(int minor) {
            return minor < at ? "old_" + field : field;
        }

        @Override
        public FieldSpec<?> spec(int minor, GeneratedHistory history) {
            return minor < at ? FieldSpec.of(Types.string()) : Types.string().renamedFrom("old_" + field, "1." + at);
        }

        @Override
        public Object value(Random random, Release newest) {
            return "r" + random.nextInt(100);
        }

        @Override
        public @Nullable Object older(@Nullable Object value, int minor, int childMinor) {
            return value;
        }

        @Override
        public @Nullable Object back(@Nullable Object value, int minor, int childMinor) {
            return value;
        }
    }

    /** An integer that was its text before, or half of it, which loses the lowest bit. */
    record Changed(String field, int at, boolean isLossy) implements Life {
        @Override
        public String name(int minor) {
            return field;
        }

        @Override
        public FieldSpec<?> spec(int minor, GeneratedHistory history) {
            if (minor < at) {
                return isLossy ? FieldSpec.of(Types.longInteger()) : FieldSpec.of(Types.string());
            }
            return isLossy
                    ? Types.longInteger()
                            .changedIn("1." + at, Types.longInteger(), whole -> whole / 2, half -> half * 2)
                    : Types.longInteger().changedIn("1." + at, Types.string(), String::valueOf, Long::parseLong);
        }

        @Override
        public Object value(Random random, Release newest) {
            return (long) random.nextInt(1_000);
        }

        @Override
        public @Nullable Object older(@Nullable Object value, int minor, int childMinor) {
            if (value == UNSET || minor >= at) {
                return value;
            }
            return isLossy ? (Object) ((Long) value / 2) : String.valueOf(value);
        }

        @Override
        public @Nullable Object back(@Nullable Object value, int minor, int childMinor) {
            return value == UNSET || minor >= at || !isLossy ? value : (Object) ((Long) value / 2 * 2);
        }
    }

    record Choice(String field, int added) implements Life {
        @Override
        public String name(int minor) {
            return field;
        }

        @Override
        public FieldSpec<?> spec(int minor, GeneratedHistory history) {
            return minor < added
                    ? FieldSpec.of(Types.listOf(Types.oneOf("a", "b").nullable()))
                    : FieldSpec.of(Types.listOf(Types.oneOf("a", "b", "new")
                            .added("1." + added, "new", "b")
                            .nullable()));
        }

        @Override
        public Object value(Random random, Release newest) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                int which = random.nextInt(4);
                values.add(which == 3 ? null : List.of("a", "b", "new").get(which));
            }
            return values;
        }

        @Override
        public @Nullable Object older(@Nullable Object value, int minor, int childMinor) {
            if (value == UNSET || minor >= added) {
                return value;
            }
            List<@Nullable Object> older = new ArrayList<>();
            ((List<?>) value).forEach(each -> older.add("new".equals(each) ? "b" : each));
            return older;
        }

        @Override
        public @Nullable Object back(@Nullable Object value, int minor, int childMinor) {
            return older(value, minor, childMinor);
        }
    }

    /** A child, a list of them or a map; as plain values a child is the map of its fields. */
    record Children(String field, int since, int container) implements Life {
        @Override
        public @Nullable String name(int minor) {
            return minor < since ? null : field;
        }

        @Override
        public FieldSpec<?> spec(int minor, GeneratedHistory history) {
            NestedType<VersionedObject> child = history.child();
            return switch (container) {
                case 0 -> child.nullable().since("1." + since);
                case 1 -> Types.listOf(child).since("1." + since);
                default -> Types.mapOf(child).since("1." + since);
            };
        }

        @Override
        public @Nullable Object value(Random random, Release newest) {
            return switch (container) {
                case 0 -> random.nextInt(4) == 0 ? null : child(random, newest);
                case 1 -> List.of(child(random, newest), child(random, newest));
                default -> Map.of("k", child(random, newest), "j", child(random, newest));
            };
        }

        private static DynamicObject child(Random random, Release newest) {
            DynamicObject child = newest.childType().newObject();
            newest.childType().fields().forEach(each -> {
                if (random.nextInt(3) > 0) {
                    boolean isNumber = each.name().equals("y") || (each.name().equals("c") && newest.childMinor() >= 3);
                    child.set(each.name(), isNumber ? (Object) (long) random.nextInt(50) : random.nextInt(50) + "");
                }
                if (random.nextBoolean()) {
                    child.resetChanges();
                }
            });
            return child;
        }

        @Override
        public @Nullable Object older(@Nullable Object value, int minor, int childMinor) {
            return minor < since ? UNSET : plain(value, childMinor, false);
        }

        @Override
        public @Nullable Object back(@Nullable Object value, int minor, int childMinor) {
            return minor < since ? UNSET : plain(value, childMinor, true);
        }

        private static @Nullable Object plain(@Nullable Object value, int childMinor, boolean isBack) {
            if (value instanceof DynamicObject child) {
                return fields(child, childMinor, isBack);
            }
            if (value instanceof List<?> list) {
                return list.stream()
                        .map(each -> plain(each, childMinor, isBack))
                        .toList();
            }
            if (value instanceof Map<?, ?> map) {
                Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
                map.forEach((key, each) -> plain.put(key, plain(each, childMinor, isBack)));
                return plain;
            }
            return value;
        }

        private static Map<String, Object> fields(DynamicObject child, int childMinor, boolean isBack) {
            Map<String, Object> fields = new LinkedHashMap<>();
            child.byName().setNames().forEach(name -> {
                Object value = child.get(name);
                if (name.equals("x")) {
                    fields.put("x", value);
                } else if (name.equals("v") || name.equals("w")) {
                    fields.put(isBack || childMinor >= 2 ? name : "v", value);
                } else if (childMinor >= 1) {
                    boolean isText = name.equals("c") && childMinor < 3 && !isBack;
                    fields.put(name, isText ? String.valueOf(value) : value);
                }
            });
            return fields;
        }
    }

    /** Returns a value of an object in the form of the model: a child as the map of its fields. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof DynamicObject object) {
            Map<String, Object> fields = new LinkedHashMap<>();
            object.byName().setNames().forEach(name -> fields.put(name, object.get(name)));
            return fields;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(each -> plain.add(plain(each)));
            return plain;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, each) -> plain.put(key, plain(each)));
            return plain;
        }
        return value;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("1.0 to 1." + last + ", children ");
        for (int each : childOf) {
            text.append(each).append(' ');
        }
        return text.append(lives).toString();
    }
}
