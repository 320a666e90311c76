package org.versionedobjects.examples.placement;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** What can be counted: {@code VCPU}, {@code MEMORY_MB}. Ids of custom ones start at 10000. */
public final class ResourceClass extends VersionedObject {
    private static final ObjectType.Definition<ResourceClass> DEFINE =
            ObjectType.define(ResourceClass.class, "placement", "ResourceClass", ResourceClass::new);

    public static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    public static final Field<String> NAME = DEFINE.field("name", Types.string().matching("^[A-Z0-9_]+$"));

    public static final ObjectType<ResourceClass> TYPE = DEFINE.version("1.0");

    /** Makes a resource class with nothing set. */
    public ResourceClass() {
        super(TYPE);
    }

    /** Returns the key of the row. */
    public long id() {
        return get(ID);
    }

    /** Returns the name. */
    public String name() {
        return get(NAME);
    }
}
