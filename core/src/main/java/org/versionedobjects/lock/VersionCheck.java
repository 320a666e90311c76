package org.versionedobjects.lock;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One of the checks that keep versions honest: it has a name, so that a failure says what is wrong before it is read. Each
 * run checks again. Thread-safe.
 */
public final class VersionCheck {
    private final String group;
    private final String name;
    private final Supplier<List<VersionProblem>> checking;

    VersionCheck(String group, String name, Supplier<List<VersionProblem>> checking) {
        this.group = Objects.requireNonNull(group, "group");
        this.name = Objects.requireNonNull(name, "name");
        this.checking = Objects.requireNonNull(checking, "checking");
    }

    /** Returns what it belongs to: {@code released versions}. */
    public String group() {
        return group;
    }

    /** Returns what it is about, within its group: {@code placement.Consumer 1 is as it was released}. */
    public String name() {
        return name;
    }

    /** Returns what is wrong now, empty if nothing is. */
    public List<VersionProblem> run() {
        return List.copyOf(checking.get());
    }

    /**
     * Passes if nothing is wrong.
     *
     * @throws VersionCheckException with all problems
     */
    public void check() {
        VersionCheckException.throwIfAny(run());
    }

    /** Returns group and name. */
    @Override
    public String toString() {
        return group + ": " + name;
    }
}
