package org.versionedobjects.examples.placement;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** What kind of consumer there is: {@code INSTANCE}, {@code MIGRATION}. */
public final class ConsumerType extends VersionedObject {
    private static final ObjectType.Definition<ConsumerType> DEFINE =
            ObjectType.define(ConsumerType.class, "placement", "ConsumerType", ConsumerType::new);

    public static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    public static final Field<String> NAME = DEFINE.field("name", Types.string().matching("^[A-Z0-9_]+$"));

    public static final ObjectType<ConsumerType> TYPE = DEFINE.version("1.0");

    /** Makes a consumer type with nothing set. */
    public ConsumerType() {
        super(TYPE);
    }
}
