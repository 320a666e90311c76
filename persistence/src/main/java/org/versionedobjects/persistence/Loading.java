package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.List;
import org.versionedobjects.VersionedObject;

/**
 * What a load brings.
 *
 * @param fields which fields of the rows
 * @param relations what is loaded with them
 * @param <O> the class of the objects
 */
record Loading<O extends VersionedObject>(Fields fields, List<Relation<O, ?>> relations) {
    Loading {
        relations = List.copyOf(relations);
    }

    static <O extends VersionedObject> Loading<O> of(Fields fields) {
        return new Loading<>(fields, List.of());
    }

    static <O extends VersionedObject> Loading<O> whole() {
        return of(Fields.all());
    }

    Loading<O> with(Fields newFields) {
        return new Loading<>(newFields, relations);
    }

    Loading<O> with(List<Relation<O, ?>> more) {
        List<Relation<O, ?>> all = new ArrayList<>(relations);
        all.addAll(more);
        return new Loading<>(fields, all);
    }
}
