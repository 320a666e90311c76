package org.versionedobjects.compat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldHistory;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StateAccess;
import org.versionedobjects.StepValues;
import org.versionedobjects.TypeStep;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/**
 * Takes the values of one object from the newest version to another one or back, one version at a time: going down the
 * newest first and in each version the steps of the type, then values, then what comes and goes; going up the other way
 * round. Names are never moved: each version has its own for a slot. Confined to one thread.
 */
final class StepRun {
    private final ObjectType<?> type;
    private final Version version;
    private final List<Version> crossed = new ArrayList<>();

    StepRun(ObjectType<?> type, Version version) {
        this.type = type;
        this.version = version;
        for (Version each : type.historyVersions()) {
            if (each.isAfter(version)) {
                crossed.add(each);
            }
        }
    }

    StepState down(VersionedObject object) {
        StepState state = StepState.empty(type);
        for (Field<?> field : type.allFields()) {
            int slot = type.slot(field);
            if (StateAccess.isSet(object, slot)) {
                state.load(slot, StateAccess.value(object, slot));
                state.markChanged(slot, StateAccess.isChanged(object, slot));
            }
        }
        for (int i = crossed.size() - 1; i >= 0; i--) {
            down(crossed.get(i), i == 0 ? version : crossed.get(i - 1), state);
        }
        return state;
    }

    private void down(Version at, Version before, StepState state) {
        List<TypeStep> steps = steps(at);
        for (int i = steps.size() - 1; i >= 0; i--) {
            run(steps.get(i).down(), at, state, "cannot be expressed before version " + at);
        }
        for (Field<?> field : type.allFields()) {
            down(field, at, before, state);
        }
    }

    private void down(Field<?> field, Version at, Version before, StepState state) {
        FieldHistory history = type.history(field);
        int slot = type.slot(field);
        if (history.since().equals(at)) {
            state.clear(slot);
        } else if (at.equals(history.removedIn())
                && !state.isSet(slot)
                && field.spec().hasFill()) {
            state.load(slot, field.spec().fillValue());
        } else if (state.isSet(slot) && history.isIn(at)) {
            state.load(slot, older(field, history, at, before, state.value(slot)));
        }
    }

    private static @Nullable Object older(
            Field<?> field, FieldHistory history, Version at, Version before, @Nullable Object value) {
        try {
            for (FieldHistory.Change each : history.changes()) {
                if (each.version().equals(at)) {
                    return each.down(value);
                }
            }
            return OlderForm.seenIn(before, history.typeIn(at, field.type()), value);
        } catch (VersionedObjectException e) {
            throw located(e, field);
        }
    }

    static VersionedObjectException located(VersionedObjectException e, Field<?> field) {
        VersionedObjectException located = e.within(field.name());
        return field.spec().isSecret() ? located.masked() : located;
    }

    void up(StepState state) {
        for (Version at : crossed) {
            for (Field<?> field : type.allFields()) {
                up(field, at, state);
            }
            for (TypeStep each : steps(at)) {
                run(each.up(), at, state, "from before version " + at + " has no newer form");
            }
        }
    }

    private void up(Field<?> field, Version at, StepState state) {
        FieldHistory history = type.history(field);
        int slot = type.slot(field);
        if (!state.isSet(slot) || !history.isIn(at)) {
            return;
        }
        try {
            for (FieldHistory.Change each : history.changes()) {
                if (each.version().equals(at)) {
                    state.load(slot, each.up(state.value(slot)));
                }
            }
        } catch (VersionedObjectException e) {
            throw located(e, field);
        }
    }

    private List<TypeStep> steps(Version at) {
        return type.steps().stream().filter(each -> each.version().equals(at)).toList();
    }

    private void run(Consumer<? super StepValues> step, Version at, StepState state, String problem) {
        try {
            step.accept(new StepView(type, at, state));
        } catch (RuntimeException e) { // whatever the application's function says no with
            throw hidden(failed(e, at, problem));
        }
    }

    private static IncompatibleVersionException failed(RuntimeException e, Version at, String problem) {
        if (e instanceof IncompatibleVersionException known) {
            return known;
        }
        Facts why = e instanceof VersionedObjectException known
                ? known.facts()
                : Facts.expected("the step of version " + at + " to pass", e.toString());
        return new IncompatibleVersionException(why.withProblem("the object " + problem), e);
    }

    /** What a step says may quote any field; where one is secret, nobody is told. */
    private VersionedObjectException hidden(IncompatibleVersionException e) {
        boolean hasSecrets =
                type.allFields().stream().anyMatch(field -> field.spec().isSecret());
        return hasSecrets ? e.masked() : e;
    }
}
