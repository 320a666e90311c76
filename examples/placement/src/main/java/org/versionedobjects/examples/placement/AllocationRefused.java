package org.versionedobjects.examples.placement;

/** A provider does not give what is asked of it. */
public final class AllocationRefused extends PlacementException {
    private static final long serialVersionUID = 1;

    /** Why it does not. */
    public enum Reason {
        /** It has nothing of the class. */
        NO_INVENTORY,
        /** The amount is less than the least, more than the most, or no whole number of steps. */
        WRONG_UNITS,
        /** Too much of it is allocated already. */
        NO_ROOM
    }

    private final Reason reason;

    AllocationRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }
}
