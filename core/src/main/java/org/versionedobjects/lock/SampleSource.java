package org.versionedobjects.lock;

import java.util.SortedMap;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;

/** Makes populated objects of a type, each with a name that says which state it is in. */
@FunctionalInterface
interface SampleSource {
    SortedMap<String, VersionedObject> of(ObjectType<?> type);
}
