package org.versionedobjects.persistence;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

final class User extends VersionedObject {
    private static final ObjectType.Definition<User> DEFINE =
            ObjectType.define(User.class, "placement", "User", User::new);

    static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    static final Field<String> EXTERNAL_ID = DEFINE.field("external_id", Types.string());

    static final ObjectType<User> TYPE = DEFINE.version("1.0");

    User() {
        super(TYPE);
    }

    static User named(String externalId) {
        return TYPE.with(EXTERNAL_ID, externalId).build();
    }
}
