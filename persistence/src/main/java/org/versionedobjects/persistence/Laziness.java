package org.versionedobjects.persistence;

import java.util.List;

/**
 * How what was left out of objects is loaded when it is asked for.
 *
 * @param sessions in which it is
 * @param relations which are loaded so, too
 * @param rules what the store thinks of it
 */
record Laziness(Sessions sessions, List<Relation<?, ?>> relations, LazyRules rules) {
    Laziness {
        relations = List.copyOf(relations);
    }

    Laziness in(Sessions newSessions) {
        return new Laziness(newSessions, relations, rules);
    }

    Laziness under(LazyRules newRules) {
        return new Laziness(sessions, relations, newRules);
    }

    Laziness with(List<Relation<?, ?>> more) {
        return new Laziness(sessions, Loading.joined(relations, more), rules);
    }

    /** Returns the same for the objects inside others, which have relations of their own. */
    Laziness inside(List<? extends Relation<?, ?>> theirs) {
        return new Laziness(sessions, List.copyOf(theirs), rules);
    }

    /** Returns the same for the objects inside others, which have no relations. */
    Laziness inside() {
        return inside(List.of());
    }
}
