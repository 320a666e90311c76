package org.versionedobjects.lock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/**
 * Compares what was sent to a peer with what a peer of the recorded types sends back, as JSON. Neither the order of keys nor
 * that of sets matters, nor how a number is written.
 *
 * @param lock what is recorded
 * @param found gets what differs
 */
record EnvelopeComparison(VersionLock lock, Consumer<? super Facts> found) {
    private static final String NOTHING = "nothing";

    /** Returns the versions of all objects in a document; of several versions of a type the newest. */
    static Map<LockedType.Id, Version> versions(@Nullable Object json) {
        Map<LockedType.Id, Version> versions = new TreeMap<>();
        collect(json, versions);
        return versions;
    }

    private static void collect(@Nullable Object json, Map<LockedType.Id, Version> versions) {
        if (json instanceof List<?> list) {
            list.forEach(each -> collect(each, versions));
        } else if (json instanceof Map<?, ?> map) {
            SentEnvelope.of(map)
                    .ifPresent(envelope -> versions.merge(
                            envelope.id(), envelope.version(), (one, other) -> one.isBefore(other) ? other : one));
            map.values().forEach(each -> collect(each, versions));
        }
    }

    void compare(@Nullable Object sent, @Nullable Object back) {
        compareObjects("", false, sent, back);
    }

    private void compareObjects(String path, boolean isSecret, @Nullable Object sent, @Nullable Object back) {
        SentEnvelope one = SentEnvelope.of(sent).orElse(null);
        SentEnvelope other = SentEnvelope.of(back).orElse(null);
        if (one == null || other == null) {
            compareLeaves(path, isSecret, sent, back);
            return;
        }
        if (!one.isLike(other)) {
            tell(path, one.toString(), other.toString());
            return;
        }
        LockedVersion recorded =
                lock.find(one.id()).flatMap(type -> type.at(one.version())).orElse(null);
        compareData(path, isSecret, recorded, one.data(), other.data());
        compareChanges(path, recorded, one.changes(), other.changes());
    }

    private void compareData(
            String path, boolean isSecret, @Nullable LockedVersion recorded, Map<?, ?> sent, Map<?, ?> back) {
        for (Object key : sent.keySet()) {
            String name = (String) key;
            String at = path.isEmpty() ? name : path + "." + name;
            LockedField field = recorded == null ? null : recorded.field(name).orElse(null);
            if (field == null) {
                found.accept(Facts.problem("this version is recorded without the field, but peers of it are sent it")
                        .withPath(at)
                        .withAdvice("declare since(…) at the field"));
            } else if (!back.containsKey(name)) {
                tell(at, show(isSecret || field.isSecret(), sent.get(name)), NOTHING);
            } else {
                compareValues(at, isSecret || field.isSecret(), field.type(), sent.get(name), back.get(name));
            }
        }
        Set<Object> added = new LinkedHashSet<>(back.keySet());
        added.removeAll(sent.keySet());
        added.forEach(name -> tell(path.isEmpty() ? (String) name : path + "." + name, NOTHING, "a value"));
    }

    private void compareChanges(String path, @Nullable LockedVersion recorded, Set<String> sent, Set<String> back) {
        Set<String> before = new TreeSet<>(sent);
        before.removeIf(each -> recorded == null || recorded.field(each).isEmpty());
        if (!before.equals(back)) {
            tell(path, "changes of " + before, "changes of " + back);
        }
    }

    private void compareValues(
            String path, boolean isSecret, TypeDescription type, @Nullable Object sent, @Nullable Object back) {
        TypeDescription element = type.element();
        if (type.kind().equals("object")) {
            compareObjects(path, isSecret, sent, back);
        } else if (element != null
                && type.kind().equals("listOf")
                && sent instanceof List<?> one
                && back instanceof List<?> other
                && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compareValues(path + "[" + i + "]", isSecret, element, one.get(i), other.get(i));
            }
        } else if (element != null
                && type.kind().equals("mapOf")
                && sent instanceof Map<?, ?> one
                && back instanceof Map<?, ?> other
                && one.keySet().equals(other.keySet())) {
            one.forEach((key, value) ->
                    compareValues(path + "[\"" + key + "\"]", isSecret, element, value, other.get(key)));
        } else if (type.kind().equals("setOf") && sent instanceof List<?> one && back instanceof List<?> other) {
            compareLeaves(path, isSecret, sorted(one), sorted(other));
        } else {
            compareLeaves(path, isSecret, sent, back);
        }
    }

    private static List<?> sorted(List<?> given) {
        List<@Nullable Object> sorted = new ArrayList<>(given);
        sorted.sort(Comparator.comparing(each -> String.valueOf(normal(each))));
        return sorted;
    }

    private void compareLeaves(String path, boolean isSecret, @Nullable Object sent, @Nullable Object back) {
        if (!Objects.equals(normal(sent), normal(back))) {
            tell(path, show(isSecret, sent), show(isSecret, back));
        }
    }

    private static @Nullable Object normal(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(each -> all.add(normal(each)));
            return all;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> all = new TreeMap<>();
            map.forEach((key, each) -> all.put((String) key, normal(each)));
            return all;
        }
        return value;
    }

    private static String show(boolean isSecret, @Nullable Object value) {
        return isSecret ? Facts.MASK : Facts.show(value);
    }

    private void tell(String path, String expected, String was) {
        found.accept(Facts.problem("a peer of the recorded version sends back something else than it was sent")
                .withPath(path)
                .withExpected(expected)
                .withWas(was));
    }
}
