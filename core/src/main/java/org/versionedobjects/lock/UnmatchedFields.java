package org.versionedobjects.lock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/** Tells of the fields that only the lock or only the code has. */
final class UnmatchedFields {
    private final TypeSides sides;
    private final Declarations declarations;

    UnmatchedFields(TypeSides sides, Declarations declarations) {
        this.sides = sides;
        this.declarations = declarations;
    }

    void compare(List<FieldLife> gone, List<FieldLife> came) {
        Map<TypeDescription, String> goneByType = new HashMap<>();
        Map<TypeDescription, String> cameByType = new HashMap<>();
        gone.forEach(each -> put(goneByType, each));
        came.forEach(each -> put(cameByType, each));
        gone.forEach(each -> addGone(each, cameByType));
        came.forEach(each -> addNew(each, goneByType));
    }

    private void put(Map<TypeDescription, String> names, FieldLife life) {
        life.at(sides.released()).ifPresent(each -> names.putIfAbsent(WireType.of(each.type()), each.name()));
    }

    private void addNew(FieldLife life, Map<TypeDescription, String> gone) {
        Version released = sides.released();
        LockedField field = life.at(released).orElseGet(life::last);
        FieldReport report = new FieldReport(sides, declarations, declarations.isInherited(field));
        Version first = life.first();
        if (life.goneBy(released) != null) {
            report.forbid(first, field.name(), "no released version has had it", "take it out again");
            return;
        }
        Version next = sides.next().next();
        String other = gone.get(WireType.of(field.type()));
        String cure = "declare " + declarations.since(field, next)
                + (other == null
                        ? ""
                        : ", or, if it is " + other + " under another name, " + Declarations.renamedFrom(other, next));
        if (first.minor() > 0 || first.patch() > 0) {
            report.forbidEarly(first, field.name(), first + " was released without it", cure);
        } else {
            report.addChange(field.name(), released + " was released without it", cure);
        }
    }

    private void addGone(FieldLife life, Map<TypeDescription, String> came) {
        Version released = sides.released();
        LockedField last = life.last();
        FieldReport report = new FieldReport(sides, declarations, isOfTheSameParent(last));
        Version gone = life.goneBy(released);
        if (gone != null) {
            Version version = life.forms().lastKey();
            report.forbid(version, last.name(), without(version), "declare " + Declarations.whole(life, gone));
            return;
        }
        Version next = sides.next().next();
        String other = came.get(WireType.of(last.type()));
        String cure = "declare " + Declarations.whole(life, next)
                + (other == null
                        ? ""
                        : ", or, if it is called " + other + " now, " + Declarations.renamedFrom(last.name(), next)
                                + " there");
        report.addChange(last.name(), without(released), cure);
    }

    private static String without(Version version) {
        return version + " was released with it, and the code has no such field";
    }

    private boolean isOfTheSameParent(LockedField field) {
        LockedVersion recorded = sides.recorded();
        String parent = Declarations.parentName(recorded);
        return field.from() != null
                && parent != null
                && !recorded.mixins().containsKey(field.from())
                && parent.equals(Declarations.parentName(sides.is().newest()));
    }
}
