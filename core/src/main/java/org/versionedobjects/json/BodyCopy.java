package org.versionedobjects.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.VersionedObjectException;

/**
 * Copies plain maps and lists, some parts of which are changed on the way: objects to envelopes, or envelopes to objects.
 * All else stays as it is. Confined to one body.
 */
final class BodyCopy {
    private final Predicate<Object> isPart;
    private final Function<Object, @Nullable Object> change;
    private final int mostDepth;
    private final @Nullable FaultCollector faults;
    private int depth;

    BodyCopy(
            Predicate<Object> isPart,
            Function<Object, @Nullable Object> change,
            Limits limits,
            @Nullable FaultCollector faults) {
        this.isPart = isPart;
        this.change = change;
        this.mostDepth = limits.depth();
        this.faults = faults;
    }

    @Nullable
    Object of(@Nullable Object body) {
        if (body == null) {
            return null;
        }
        if (isPart.test(body)) {
            return change.apply(body);
        }
        if (body instanceof Map<?, ?> map) {
            return inside(() -> map(map));
        }
        if (body instanceof Collection<?> collection) {
            return inside(() -> list(collection));
        }
        return body instanceof Object[] array ? inside(() -> list(Arrays.asList(array))) : body;
    }

    private interface Copying {
        Object copy();
    }

    private Object inside(Copying copying) {
        if (++depth > mostDepth) {
            throw LimitExceededException.tooDeep(mostDepth);
        }
        try {
            return copying.copy();
        } finally {
            depth--;
        }
    }

    private Map<Object, @Nullable Object> map(Map<?, ?> map) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        VersionedObjectException found = null;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            try {
                copy.put(entry.getKey(), of(entry.getValue()));
            } catch (VersionedObjectException e) {
                found = collect(found, e.within("[\"" + entry.getKey() + "\"]"));
            }
        }
        throwIfAny(found);
        return copy;
    }

    private List<@Nullable Object> list(Collection<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        VersionedObjectException found = null;
        int index = 0;
        for (Object each : list) {
            try {
                copy.add(of(each));
            } catch (VersionedObjectException e) {
                found = collect(found, e.within("[" + index + "]"));
            }
            index++;
        }
        throwIfAny(found);
        return copy;
    }

    private VersionedObjectException collect(
            @Nullable VersionedObjectException before, VersionedObjectException fault) {
        if (faults == null) {
            throw fault;
        }
        return faults.collect(before, fault);
    }

    private static void throwIfAny(@Nullable VersionedObjectException found) {
        if (found != null) {
            throw found;
        }
    }
}
