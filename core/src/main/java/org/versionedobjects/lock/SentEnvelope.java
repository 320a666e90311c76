package org.versionedobjects.lock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/**
 * An object as it is sent, whatever the serial namespace of its keys.
 *
 * @param prefix the serial namespace with its dot
 * @param id namespace, name and major
 * @param version the version
 * @param data the values by field
 * @param changes the names of the fields that are changed
 */
record SentEnvelope(String prefix, LockedType.Id id, Version version, Map<?, ?> data, Set<String> changes) {
    private static final String NAME = "name";
    private static final String NAMESPACE = "namespace";
    private static final String VERSION = "version";
    private static final String DATA = "data";
    private static final String CHANGES = "changes";

    /** Returns the envelope that a value is, empty if it is none. */
    static Optional<SentEnvelope> of(@Nullable Object json) {
        return json instanceof Map<?, ?> map
                ? map.keySet().stream()
                        .map(Object::toString)
                        .filter(key -> key.endsWith("." + DATA))
                        .map(key -> key.substring(0, key.length() - DATA.length()))
                        .flatMap(prefix -> of(map, prefix).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<SentEnvelope> of(Map<?, ?> map, String prefix) {
        if (map.get(prefix + NAME) instanceof String name
                && map.get(prefix + NAMESPACE) instanceof String namespace
                && map.get(prefix + VERSION) instanceof String text
                && map.get(prefix + DATA) instanceof Map<?, ?> data) {
            Version version = Version.parse(text);
            LockedType.Id id = new LockedType.Id(namespace, name, version.major());
            return Optional.of(new SentEnvelope(prefix, id, version, data, names(map.get(prefix + CHANGES))));
        }
        return Optional.empty();
    }

    private static Set<String> names(@Nullable Object changes) {
        Set<String> names = new TreeSet<>();
        if (changes instanceof List<?> list) {
            list.forEach(each -> names.add((String) each));
        }
        return names;
    }

    /** Returns whether both are of one version of one type, under the same serial namespace. */
    boolean isLike(SentEnvelope other) {
        return prefix.equals(other.prefix) && id.equals(other.id) && version.equals(other.version);
    }

    /** Returns {@code versioned_object. demo.Rack 1.2}. */
    @Override
    public String toString() {
        return prefix + " " + id.qualifiedName() + " " + version;
    }
}
