package org.versionedobjects.examples.quickstart;

import org.versionedobjects.ObjectRegistry;

/** The types that the quickstart sends and saves. */
public final class QuickstartTypes {
    /** All of them. */
    public static final ObjectRegistry REGISTRY = ObjectRegistry.of(Consumer.TYPE, Project.TYPE, User.TYPE);

    private QuickstartTypes() {}
}
