package org.versionedobjects.examples.placement;

import java.util.UUID;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** How much of a resource class of a provider a consumer uses. */
public final class Allocation extends VersionedObject implements Timestamps {
    private static final ObjectType.Definition<Allocation> DEFINE =
            ObjectType.define(Allocation.class, "placement", "Allocation", Allocation::new);

    public static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    /** The consumer's UUID; allocations are older than consumers, so there may be no row of that one. */
    public static final Field<UUID> CONSUMER_UUID = DEFINE.field("consumer_uuid", Types.uuid());

    public static final Field<ResourceProvider> RESOURCE_PROVIDER =
            DEFINE.field("resource_provider", Types.object(ResourceProvider.class));
    public static final Field<ResourceClass> RESOURCE_CLASS =
            DEFINE.field("resource_class", Types.object(ResourceClass.class));
    public static final Field<Long> USED =
            DEFINE.field("used", Types.longInteger().atLeast(1L));

    public static final ObjectType<Allocation> TYPE =
            DEFINE.include(Timestamps.MIXIN).version("1.0");

    /** Makes an allocation with nothing set. */
    public Allocation() {
        super(TYPE);
    }

    /** Returns of what it is. */
    public ResourceProvider provider() {
        return get(RESOURCE_PROVIDER);
    }

    /** Returns how much it is. */
    public long used() {
        return get(USED);
    }
}
