package org.versionedobjects.lock;

import java.util.SortedMap;
import java.util.TreeMap;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;

/** The samples that a corpus records: one of each state, none that are random. Immutable. */
record CorpusSamples(Samples samples) implements SampleSource {
    private static final String RANDOM = "random ";

    @Override
    public SortedMap<String, VersionedObject> of(ObjectType<?> type) {
        SortedMap<String, VersionedObject> found = new TreeMap<>();
        for (Sample<?> each : samples.of(type)) {
            if (!each.name().startsWith(RANDOM)) {
                found.put(each.name(), each.object());
            }
        }
        return found;
    }
}
