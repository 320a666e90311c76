package org.versionedobjects.examples.placement;

/** Placement does not do what it was asked for, and nothing was written. The subclasses say why. */
public abstract sealed class PlacementException extends RuntimeException
        permits ConsumerGenerationConflict, AllocationRefused, UnknownNameException {
    private static final long serialVersionUID = 1;

    PlacementException(String message) {
        super(message);
    }
}
