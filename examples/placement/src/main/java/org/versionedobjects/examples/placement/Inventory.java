package org.versionedobjects.examples.placement;

import java.math.BigDecimal;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** How much of a resource class a provider has, and in what amounts it gives it away. */
public final class Inventory extends VersionedObject implements Timestamps {
    private static final ObjectType.Definition<Inventory> DEFINE =
            ObjectType.define(Inventory.class, "placement", "Inventory", Inventory::new);

    public static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    public static final Field<ResourceProvider> RESOURCE_PROVIDER =
            DEFINE.field("resource_provider", Types.object(ResourceProvider.class));
    public static final Field<ResourceClass> RESOURCE_CLASS =
            DEFINE.field("resource_class", Types.object(ResourceClass.class));
    public static final Field<Long> TOTAL =
            DEFINE.field("total", Types.longInteger().nonNegative());
    public static final Field<Long> RESERVED =
            DEFINE.field("reserved", Types.longInteger().nonNegative().defaultsTo(0L));
    public static final Field<Long> MIN_UNIT =
            DEFINE.field("min_unit", Types.longInteger().atLeast(1L).defaultsTo(1L));
    public static final Field<Long> MAX_UNIT =
            DEFINE.field("max_unit", Types.longInteger().atLeast(1L).defaultsTo((long) Integer.MAX_VALUE));
    public static final Field<Long> STEP_SIZE =
            DEFINE.field("step_size", Types.longInteger().atLeast(1L).defaultsTo(1L));
    public static final Field<BigDecimal> ALLOCATION_RATIO =
            DEFINE.field("allocation_ratio", Types.decimal().nonNegative().defaultsTo(BigDecimal.ONE));

    public static final ObjectType<Inventory> TYPE =
            DEFINE.include(Timestamps.MIXIN).version("1.0");

    /** Makes an inventory with nothing set. */
    public Inventory() {
        super(TYPE);
    }

    /** Returns how much can be allocated in all: {@code (total - reserved) × allocation_ratio}. */
    public BigDecimal capacity() {
        return BigDecimal.valueOf(get(TOTAL) - get(RESERVED)).multiply(get(ALLOCATION_RATIO));
    }

    /** Returns whether an amount can be allocated at once, if there is room: the least, the most, whole steps. */
    public boolean gives(long amount) {
        return amount >= get(MIN_UNIT) && amount <= get(MAX_UNIT) && amount % get(STEP_SIZE) == 0;
    }
}
