package org.versionedobjects.persistence;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

final class Project extends VersionedObject {
    private static final ObjectType.Definition<Project> DEFINE =
            ObjectType.define(Project.class, "placement", "Project", Project::new);

    static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    static final Field<String> EXTERNAL_ID = DEFINE.field("external_id", Types.string());

    static final ObjectType<Project> TYPE = DEFINE.version("1.0");

    Project() {
        super(TYPE);
    }

    static Project named(String externalId) {
        return TYPE.with(EXTERNAL_ID, externalId).build();
    }
}
