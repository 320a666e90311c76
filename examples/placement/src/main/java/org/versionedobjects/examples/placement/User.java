package org.versionedobjects.examples.placement;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** Who consumes: placement's name for what another service calls {@code external_id}. */
public final class User extends VersionedObject {
    private static final ObjectType.Definition<User> DEFINE =
            ObjectType.define(User.class, "placement", "User", User::new);

    public static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    public static final Field<String> EXTERNAL_ID = DEFINE.field("external_id", Types.string());

    public static final ObjectType<User> TYPE = DEFINE.version("1.0");

    /** Makes a user with nothing set. */
    public User() {
        super(TYPE);
    }
}
