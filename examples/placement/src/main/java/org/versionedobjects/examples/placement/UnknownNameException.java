package org.versionedobjects.examples.placement;

/** A request names a resource provider or a resource class that is not there. */
public final class UnknownNameException extends PlacementException {
    private static final long serialVersionUID = 1;

    UnknownNameException(String what, Object name) {
        super("there is no " + what + " " + name);
    }
}
