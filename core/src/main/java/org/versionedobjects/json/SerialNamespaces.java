package org.versionedobjects.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ObjectType;

/** Under which serial namespace each project's objects are written, and which ones are read. Immutable. */
final class SerialNamespaces {
    private final EnvelopeKeys usual;
    private final Map<String, EnvelopeKeys> byProject;
    private final List<EnvelopeKeys> read;

    /** Takes the one of most objects, those of projects that have their own, and those that are read beside them. */
    SerialNamespaces(String usual, Map<String, String> byProject, Collection<String> alsoRead) {
        Map<String, EnvelopeKeys> all = new LinkedHashMap<>();
        this.usual = keys(usual, all);
        Map<String, EnvelopeKeys> projects = new LinkedHashMap<>();
        byProject.forEach((project, prefix) -> projects.put(project, keys(prefix, all)));
        this.byProject = Map.copyOf(projects);
        alsoRead.forEach(prefix -> keys(prefix, all));
        this.read = List.copyOf(all.values());
    }

    private static EnvelopeKeys keys(String prefix, Map<String, EnvelopeKeys> all) {
        return all.computeIfAbsent(prefix, EnvelopeKeys::new);
    }

    /** Returns the keys that an envelope is taken to have until one is seen. */
    EnvelopeKeys usual() {
        return usual;
    }

    /** Returns the keys under which objects of a type are written. */
    EnvelopeKeys of(ObjectType<?> type) {
        return byProject.getOrDefault(type.namespace(), usual);
    }

    /** Returns the keys that one belongs to; null if it is no key of an envelope. */
    @Nullable
    EnvelopeKeys find(String key) {
        for (EnvelopeKeys each : read) {
            if (each.find(key, 0) != null) {
                return each;
            }
        }
        return null;
    }

    /** Returns whether a map is meant as an envelope: one that says which object it is of. */
    boolean isEnvelope(Map<?, ?> map) {
        for (EnvelopeKeys each : read) {
            if (map.containsKey(each.name.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the prefixes that are read. */
    @Override
    public String toString() {
        List<String> prefixes = new ArrayList<>();
        read.forEach(each -> prefixes.add(each.prefix));
        return String.join(", ", prefixes);
    }
}
