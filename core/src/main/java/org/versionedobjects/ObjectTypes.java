package org.versionedobjects;

import java.util.Collection;

/**
 * Names types, for {@link ObjectRegistry#load}: a service that a module of an application provides, so that a registry finds
 * the types of all modules. The class is named in {@code META-INF/services/org.versionedobjects.ObjectTypes}.
 */
public interface ObjectTypes {
    /** Returns the types; never null. */
    Collection<? extends ObjectType<?>> types();
}
