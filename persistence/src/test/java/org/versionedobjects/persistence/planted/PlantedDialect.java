package org.versionedobjects.persistence.planted;

/** A public dialect, which {@code ArchitectureTest} must find. */
public final class PlantedDialect {}
