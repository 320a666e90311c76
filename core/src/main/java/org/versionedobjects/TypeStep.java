package org.versionedobjects;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * What is done to a whole object between a version and the one before, where the histories of its fields do not say it
 * all: two fields become one, a value moves. Made by {@link ObjectType.Definition#step}.
 *
 * @param version the newer of the two versions
 * @param down goes to the older one, before the fields do
 * @param up goes to the newer one, after the fields have
 */
public record TypeStep(Version version, Consumer<? super StepValues> down, Consumer<? super StepValues> up) {
    /** Checks that all is there. */
    public TypeStep {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(down, "down");
        Objects.requireNonNull(up, "up");
    }
}
