package org.versionedobjects.lock;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/** Compares the versions of the objects in a type's fields: what its child tables say of one that has gone up. */
final class ChildComparison {
    private final TypeSides sides;
    private final Function<LockedType.Id, @Nullable Version> planned;

    /** {@code planned} tells the version that a type will have, null if the code has no such type. */
    ChildComparison(TypeSides sides, Function<LockedType.Id, @Nullable Version> planned) {
        this.sides = sides;
        this.planned = planned;
    }

    void compare() {
        LockedVersion released = sides.recorded();
        sides.is().newest().fields().forEach((name, field) -> {
            String path = name;
            for (TypeDescription type = field.type(); type != null; type = type.element()) {
                for (String child : names(type)) {
                    Version before = released.nested().get(child);
                    if (before != null) {
                        compare(path, type, child, before);
                    }
                }
                path += "[]";
            }
        });
    }

    private static List<String> names(TypeDescription type) {
        if (!type.kind().equals("object")) {
            return List.of();
        }
        return type.option("of") instanceof String name ? List.of(name) : WireType.texts(type.option("of"));
    }

    private void compare(String path, TypeDescription type, String child, Version before) {
        int dot = child.lastIndexOf('.');
        Version now =
                planned.apply(new LockedType.Id(child.substring(0, dot), child.substring(dot + 1), before.major()));
        if (now == null || !now.isNewerMinorThan(before)) {
            return;
        }
        NextVersion next = sides.next();
        String what = child + " was at " + before + " when " + next.released() + " was released, and goes up to " + now;
        if (type.option(WireType.CHILD) == null) {
            if (!next.isAhead()) {
                sides.add(
                        next.released(), path, LockDifference.Needed.NONE, what, "peers say themselves what they read");
            }
            return;
        }
        Version row = WireType.child(type, next.code());
        if (row == null || now.isNewerMinorThan(row)) {
            sides.add(
                    next.released(),
                    path + "." + WireType.CHILD,
                    LockDifference.Needed.Y,
                    what,
                    "declare " + ChildRows.call(next.next(), now) + next.bump());
        }
    }
}
