package org.versionedobjects.examples.placement;

import java.math.BigDecimal;
import org.versionedobjects.examples.placement.AllocationRefused.Reason;

/**
 * Says whether a provider gives what is asked of it. It is only right between the move of the provider's generation and
 * the end of the transaction: meanwhile nobody else can change what is allocated of it.
 */
final class CapacityCheck {
    private final PlacementDatabase database;

    CapacityCheck(PlacementDatabase database) {
        this.database = database;
    }

    /**
     * Checks one demand. Of a provider that is too full already, a consumer may keep less than it has.
     *
     * @param before what the consumer had of it, which does not count as used any more
     * @throws AllocationRefused if the provider does not give it
     */
    void check(Demand demand, long before) {
        Inventory inventory = database.queries()
                .inventory(demand.provider(), demand.resourceClass(), database.inventories())
                .orElseThrow(() -> refused(Reason.NO_INVENTORY, demand, "the provider has no inventory of that class"));
        if (!inventory.gives(demand.amount())) {
            throw refused(
                    Reason.WRONG_UNITS,
                    demand,
                    "it gives from " + inventory.get(Inventory.MIN_UNIT) + " to " + inventory.get(Inventory.MAX_UNIT)
                            + " in steps of " + inventory.get(Inventory.STEP_SIZE));
        }
        long used = database.queries().used(demand.provider(), demand.resourceClass());
        BigDecimal capacity = inventory.capacity();
        boolean isNoMore = demand.amount() <= before;
        if (!isNoMore
                && BigDecimal.valueOf(used)
                                .add(BigDecimal.valueOf(demand.amount()))
                                .compareTo(capacity)
                        > 0) {
            throw refused(Reason.NO_ROOM, demand, "others use " + used + " of " + capacity.toPlainString());
        }
    }

    private static AllocationRefused refused(Reason reason, Demand demand, String why) {
        return new AllocationRefused(reason, "no " + demand + ": " + why);
    }
}
