package org.versionedobjects.examples.placement;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** Whose resources are consumed: placement's name for what another service calls {@code external_id}. */
public final class Project extends VersionedObject {
    private static final ObjectType.Definition<Project> DEFINE =
            ObjectType.define(Project.class, "placement", "Project", Project::new);

    public static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    public static final Field<String> EXTERNAL_ID = DEFINE.field("external_id", Types.string());

    public static final ObjectType<Project> TYPE = DEFINE.version("1.0");

    /** Makes a project with nothing set. */
    public Project() {
        super(TYPE);
    }
}
