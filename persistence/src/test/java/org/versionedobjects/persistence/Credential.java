package org.versionedobjects.persistence;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** A type with a secret, keyed by a name that is given. */
final class Credential extends VersionedObject {
    private static final ObjectType.Definition<Credential> DEFINE =
            ObjectType.define(Credential.class, "placement", "Credential", Credential::new);

    static final Field<String> NAME = DEFINE.field("name", Types.string());
    static final Field<String> TOKEN = DEFINE.field("token", Types.string().secret());
    static final Field<String> NOTE = DEFINE.field("note", Types.string());

    static final ObjectType<Credential> TYPE = DEFINE.version("1.0");

    Credential() {
        super(TYPE);
    }

    static Credential of(String name, String token) {
        return TYPE.with(NAME, name).with(TOKEN, token).build();
    }
}
