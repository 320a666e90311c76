package org.versionedobjects.examples.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/**
 * What has resources: a host, a device in it. Providers form trees. The generation moves with what it has, and with
 * what of that is allocated.
 */
public final class ResourceProvider extends VersionedObject implements Timestamps {
    private static final ObjectType.Definition<ResourceProvider> DEFINE =
            ObjectType.define(ResourceProvider.class, "placement", "ResourceProvider", ResourceProvider::new);

    public static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    public static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
    public static final Field<String> NAME = DEFINE.field("name", Types.string());
    public static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
    /** The id of the provider it is in; null for a root. */
    public static final Field<@Nullable Long> PARENT_PROVIDER_ID =
            DEFINE.field("parent_provider_id", Types.longInteger().nullable());
    /** The id of the tree's root, for a root its own. */
    public static final Field<@Nullable Long> ROOT_PROVIDER_ID =
            DEFINE.field("root_provider_id", Types.longInteger().nullable());

    public static final ObjectType<ResourceProvider> TYPE =
            DEFINE.include(Timestamps.MIXIN).version("1.0");

    /** Makes a provider with nothing set. */
    public ResourceProvider() {
        super(TYPE);
    }

    /** Returns the key of the row. */
    public long id() {
        return get(ID);
    }

    /** Returns what identifies the provider everywhere. */
    public UUID uuid() {
        return get(UUID);
    }

    /** Returns how often what it has, or what is allocated of it, was changed. */
    public long generation() {
        return get(GENERATION);
    }
}
