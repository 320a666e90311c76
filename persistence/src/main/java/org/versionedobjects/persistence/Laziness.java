package org.versionedobjects.persistence;

import java.util.List;

/**
 * How what was left out of objects is loaded when it is asked for.
 *
 * @param sessions in which it is
 * @param relations which are loaded so, too
 */
record Laziness(Sessions sessions, List<Relation<?, ?>> relations) {
    Laziness {
        relations = List.copyOf(relations);
    }

    Laziness in(Sessions newSessions) {
        return new Laziness(newSessions, relations);
    }

    Laziness with(List<Relation<?, ?>> more) {
        return new Laziness(sessions, Loading.joined(relations, more));
    }

    /** Returns the same for the objects inside others, which have relations of their own. */
    Laziness inside(List<? extends Relation<?, ?>> theirs) {
        return new Laziness(sessions, List.copyOf(theirs));
    }

    /** Returns the same for the objects inside others, which have no relations. */
    Laziness inside() {
        return inside(List.of());
    }
}
