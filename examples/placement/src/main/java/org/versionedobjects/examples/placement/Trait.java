package org.versionedobjects.examples.placement;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** What a provider may be able to do, and is not counted: {@code HW_CPU_X86_AVX2}. */
public final class Trait extends VersionedObject {
    private static final ObjectType.Definition<Trait> DEFINE =
            ObjectType.define(Trait.class, "placement", "Trait", Trait::new);

    public static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    public static final Field<String> NAME = DEFINE.field("name", Types.string().matching("^[A-Z0-9_]+$"));

    public static final ObjectType<Trait> TYPE = DEFINE.version("1.0");

    /** Makes a trait with nothing set. */
    public Trait() {
        super(TYPE);
    }
}
