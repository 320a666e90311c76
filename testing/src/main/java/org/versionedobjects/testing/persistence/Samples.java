package org.versionedobjects.testing.persistence;

import java.util.List;
import java.util.Random;
import org.versionedobjects.Field;

/** Where values come from that nobody gives: the one place for another source of them. */
@FunctionalInterface
interface Samples {
    /**
     * Returns legal values of a field, none of them null: first one that is another for each state of {@code random}, as
     * far as there are others, then those at the ends of what the type allows. Empty if none is known.
     */
    List<Object> of(Field<?> field, Random random);
}
