package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;

/**
 * Where two field types are not the same for peers.
 *
 * @param path below the field: {@code [].maxLength}; empty if more than one thing is another
 * @param was the type at that place as it was
 * @param is the type at that place as it is
 */
record TypeChange(String path, TypeDescription was, TypeDescription is) {
    /** Returns where two types are not the same, null if they are. */
    static @Nullable TypeChange between(TypeDescription was, TypeDescription is) {
        if (was.equals(is)) {
            return null; // almost all of them
        }
        TypeDescription before = WireType.of(was);
        TypeDescription after = WireType.of(is);
        return before.equals(after) ? null : narrowed("", before, after);
    }

    private static TypeChange narrowed(String path, TypeDescription was, TypeDescription is) {
        List<String> places = new ArrayList<>();
        if (!was.kind().equals(is.kind())) {
            return new TypeChange(path, was, is);
        }
        SortedSet<String> options = new TreeSet<>(was.options().keySet());
        options.addAll(is.options().keySet());
        options.removeIf(each -> Objects.equals(was.option(each), is.option(each)));
        options.forEach(each -> places.add("." + each));
        if (was.isNullable() != is.isNullable()) {
            places.add(".nullable");
        }
        TypeDescription before = was.element();
        TypeDescription after = is.element();
        if (before != null && after != null && !before.equals(after)) {
            return places.isEmpty() ? narrowed(path + "[]", before, after) : new TypeChange(path, was, is);
        }
        return new TypeChange(places.size() == 1 ? path + places.get(0) : path, was, is);
    }

    /** Returns whether nothing but the values to choose from is another. */
    boolean isOfValues() {
        return was.kind().equals(WireType.CHOICE) && path.endsWith("." + WireType.VALUES);
    }
}
