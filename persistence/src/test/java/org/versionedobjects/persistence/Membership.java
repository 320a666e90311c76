package org.versionedobjects.persistence;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** A type whose key is two references. */
final class Membership extends VersionedObject {
    private static final ObjectType.Definition<Membership> DEFINE =
            ObjectType.define(Membership.class, "placement", "Membership", Membership::new);

    static final Field<Project> PROJECT = DEFINE.field("project", Types.object(Project.class));
    static final Field<User> USER = DEFINE.field("user", Types.object(User.class));
    static final Field<String> ROLE = DEFINE.field("role", Types.string());

    static final ObjectType<Membership> TYPE = DEFINE.version("1.0");

    Membership() {
        super(TYPE);
    }
}
