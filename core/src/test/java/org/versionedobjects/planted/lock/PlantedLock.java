package org.versionedobjects.planted.lock;

import org.versionedobjects.planted.helpers.PlantedHelper;

/** A lock that needs something shipped elsewhere, which {@code ArchitectureTest} must find. */
final class PlantedLock {
    PlantedHelper helper;
}
