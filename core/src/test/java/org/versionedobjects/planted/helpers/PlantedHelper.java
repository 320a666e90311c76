package org.versionedobjects.planted.helpers;

/** A class in a package of no wall, which {@code ArchitectureTest} must find. */
public final class PlantedHelper {}
