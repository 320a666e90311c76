package org.versionedobjects.lock;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Tells once what is wrong with many alike, and with how many. */
final class LikeOnes {
    private LikeOnes() {}

    /** Adds one, or counts it with the first that is like it. */
    static <T> void add(List<T> all, T one, BiPredicate<T, T> isLike, UnaryOperator<T> oneMore) {
        for (int i = 0; i < all.size(); i++) {
            if (isLike.test(all.get(i), one)) {
                all.set(i, oneMore.apply(all.get(i)));
                return;
            }
        }
        all.add(one);
    }
}
