package org.versionedobjects.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidEnvelopeException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.StateAccess;
import org.versionedobjects.ValueReader.Kind;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.compat.StepState;
import org.versionedobjects.compat.VersionPlan;
import tools.jackson.core.JacksonException;

/**
 * Reads envelopes, whatever the order of their keys: where {@code data} comes before it is known what it is the data of,
 * it is put aside. Immutable and thread-safe.
 */
final class EnvelopeReader {
    private final SerialNamespaces namespaces;
    private final ReadPlans plans;
    private final Profile profile;
    private final Limits limits;
    private final int mostCarried;
    private final @Nullable Object context;
    private final int mostFaults;

    /** {@code mostCarried} characters of unknown fields of a newer version are kept; 0 for none. */
    EnvelopeReader(SerialNamespaces namespaces, ReadPlans plans, Profile profile, Limits limits, int mostCarried) {
        this(namespaces, plans, profile, limits, mostCarried, null, 1);
    }

    private EnvelopeReader(
            SerialNamespaces namespaces,
            ReadPlans plans,
            Profile profile,
            Limits limits,
            int mostCarried,
            @Nullable Object context,
            int mostFaults) {
        this.namespaces = namespaces;
        this.plans = plans;
        this.profile = profile;
        this.limits = limits;
        this.mostCarried = mostCarried;
        this.context = context;
        this.mostFaults = mostFaults;
    }

    EnvelopeReader inContext(@Nullable Object newContext) {
        return new EnvelopeReader(namespaces, plans, profile, limits, mostCarried, newContext, mostFaults);
    }

    EnvelopeReader collectingFaults(int most) {
        return new EnvelopeReader(namespaces, plans, profile, limits, mostCarried, context, most);
    }

    /** Returns what collects the faults of one document; null if the first one ends the reading. */
    @Nullable
    FaultCollector newCollector() {
        return mostFaults == 1 ? null : new FaultCollector(mostFaults);
    }

    Profile profile() {
        return profile;
    }

    Limits limits() {
        return limits;
    }

    VersionedObject readRoot(EnvelopeSource in, @Nullable ObjectType<?> wanted) {
        return new Envelope(wanted == null ? type -> {} : type -> checkRoot(type, wanted)).readRoot(in);
    }

    /** Reads one of several in a body; several faults stay together, to be joined with those of the others. */
    VersionedObject readPart(EnvelopeSource in) {
        return new Envelope(type -> {}).readPart(in);
    }

    VersionedObject readNested(EnvelopeSource in, NestedReference reference) {
        return new Envelope(type -> checkNested(type, reference)).read(in);
    }

    private static void checkRoot(ObjectType<?> found, ObjectType<?> wanted) {
        for (ObjectType<?> candidate = found; candidate != null; candidate = candidate.parent()) {
            if (candidate == wanted) {
                return;
            }
        }
        throw new InvalidValueException(Facts.expected("a " + wanted.qualifiedName(), "a " + found), null);
    }

    private static void checkNested(ObjectType<?> found, NestedReference reference) {
        if (!reference.accepts(found)) {
            throw new InvalidValueException(Facts.expected("a " + reference.describe(), "a " + found), null);
        }
    }

    /** Says whether an object of a type may stand where one is read; throws if not. */
    private interface Check {
        void accept(ObjectType<?> type);
    }

    /** One envelope while it is read. */
    private final class Envelope {
        private final Check check;
        private EnvelopeKeys keys = namespaces.usual();
        private int countKeys;
        private @Nullable String name;
        private @Nullable String namespace;
        private @Nullable String version;
        private @Nullable ReadPlan plan;
        private @Nullable VersionedObject object;
        private boolean hasData;
        private @Nullable EnvelopeSource dataAside;
        private @Nullable String guessed;
        private @Nullable StepState steps;
        private @Nullable UnknownValues unknown;
        private @Nullable List<String> changes;
        private @Nullable Set<String> otherKeys;
        private @Nullable VersionedObjectException faults;

        Envelope(Check check) {
            this.check = check;
        }

        VersionedObject readRoot(EnvelopeSource in) {
            try {
                return readPart(in);
            } catch (VersionedObjectException e) {
                throw FaultCollector.loneOrAll(e);
            }
        }

        VersionedObject readPart(EnvelopeSource in) {
            try {
                return read(in);
            } catch (VersionedObjectException e) {
                throw plan == null ? e : e.of(plan.type);
            }
        }

        VersionedObject read(EnvelopeSource in) {
            if (in.kind() != Kind.OBJECT) {
                throw invalid(in.mismatch("an envelope: a map with " + keys.name.getValue() + " and so on"));
            }
            in.beginObject();
            int depth = in.depth();
            for (String key = nextKey(in); key != null; key = nextKey(in)) {
                try {
                    readKey(key, in);
                } catch (VersionedObjectException e) {
                    faults = in.collect(faults, e, depth);
                }
            }
            VersionedObject read = object == null || isGuessedWrong() ? readDataAside(in, depth) : object;
            if (faults != null) {
                throw faults;
            }
            if (plan != null && plan.steps != null && steps != null) {
                loadUpgraded(read, plan, plan.steps, steps);
            } else {
                applyChanges(read);
            }
            carryUnknown(read);
            return read;
        }

        private @Nullable String nextKey(EnvelopeSource in) {
            return in.nextName(keys.likely(countKeys));
        }

        /** What is missing because it was faulty is no further fault. */
        private VersionedObject readDataAside(EnvelopeSource in, int depth) {
            if (faults != null && (name == null || namespace == null || version == null || dataAside == null)) {
                throw faults;
            }
            try {
                return readDataAside();
            } catch (VersionedObjectException e) {
                throw in.collect(faults, e, depth);
            }
        }

        private void readKey(String key, EnvelopeSource in) {
            EnvelopeKeys.Key known = findKey(key);
            if (known == null) {
                skipOther(key, in);
                return;
            }
            countKeys++;
            switch (known) {
                case NAME -> name = text(key, name, in);
                case NAMESPACE -> namespace = text(key, namespace, in);
                case VERSION -> version = text(key, version, in);
                case DATA -> readOrPutAside(key, in);
                case CHANGES -> {
                    checkFirst(key, changes);
                    changes = readChanges(key, in);
                }
            }
        }

        /** The first key says under which serial namespace all of them are. */
        private EnvelopeKeys.@Nullable Key findKey(String key) {
            EnvelopeKeys.Key known = keys.find(key, countKeys);
            if (known != null) {
                return known;
            }
            EnvelopeKeys others = namespaces.find(key);
            if (others == null) {
                return null;
            }
            if (countKeys > 0) {
                throw new InvalidEnvelopeException(
                        Facts.problem("the envelope has keys of two serial namespaces")
                                .withExpected("keys that start with " + keys.prefix + ".")
                                .withWas(key),
                        null);
            }
            keys = others;
            return keys.find(key, 0);
        }

        private void skipOther(String key, EnvelopeSource in) {
            if (otherKeys == null) {
                otherKeys = new HashSet<>();
            }
            checkFirst(key, otherKeys.add(key) ? null : key);
            in.skip();
        }

        private String text(String key, @Nullable String before, EnvelopeSource in) {
            checkFirst(key, before);
            if (in.kind() != Kind.TEXT) {
                throw invalid(in.mismatch("a text under the key " + key));
            }
            return in.readKnownText();
        }

        private void checkFirst(String key, @Nullable Object before) {
            if (before != null) {
                throw new InvalidEnvelopeException(Facts.problem("the key " + key + " is in the envelope twice"), null);
            }
        }

        private void readOrPutAside(String key, EnvelopeSource in) {
            checkFirst(key, hasData ? key : null);
            hasData = true;
            if (in.kind() != Kind.OBJECT) {
                throw invalid(in.mismatch("a map under the key " + key));
            }
            if (name != null && namespace != null && version != null) {
                object = readData(resolve(namespace, name, version), in);
            } else if (!readByGuess(in)) {
                dataAside = in.setAside();
            }
        }

        /** Takes data that comes before its version for data of the version that came last; if it is not, it is read again. */
        private boolean readByGuess(EnvelopeSource in) {
            ReadPlans.Latest latest = name == null || namespace == null ? null : plans.latest(namespace, name);
            dataAside = latest == null ? null : in.fork();
            if (latest == null || dataAside == null) {
                return false;
            }
            guessed = latest.version();
            object = readData(resolved(latest.plan()), in);
            return true;
        }

        private boolean isGuessedWrong() {
            if (guessed == null || guessed.equals(version)) {
                return false;
            }
            unknown = null;
            return true;
        }

        private VersionedObject readDataAside() {
            ReadPlan resolved = resolve(
                    present(keys.namespace.getValue(), namespace),
                    present(keys.name.getValue(), name),
                    present(keys.version.getValue(), version));
            return readData(resolved, present(keys.data.getValue(), dataAside));
        }

        private <T> T present(String key, @Nullable T value) {
            if (value == null) {
                throw new InvalidEnvelopeException(
                        Facts.problem("this is no envelope, since the key " + key + " is missing")
                                .withAdvice("check the serial namespace of sender and receiver"),
                        null);
            }
            return value;
        }

        private ReadPlan resolve(String inNamespace, String named, String atVersion) {
            return resolved(plans.find(inNamespace, named, atVersion));
        }

        private ReadPlan resolved(ReadPlan found) {
            check.accept(found.type);
            plan = found;
            return found;
        }

        private List<String> readChanges(String key, EnvelopeSource in) {
            if (in.kind() != Kind.LIST) {
                throw invalid(in.mismatch("a list of field names under the key " + key));
            }
            List<String> names = new ArrayList<>();
            in.beginList();
            while (in.hasNext()) {
                if (in.kind() != Kind.TEXT) {
                    throw invalid(in.mismatch("a field name in the list under the key " + key));
                }
                names.add(in.readKnownText());
            }
            return names;
        }

        private void applyChanges(VersionedObject read) {
            if (changes == null || plan == null) {
                return;
            }
            for (String each : changes) {
                ReadPlan.FieldReader reader = plan.find(each, plan.size());
                if (reader != null && !reader.isRemoved()) {
                    StateAccess.forgetBaseline(read, reader.slot());
                }
            }
        }

        /** Takes what was read through the versions, and gives the object what comes out. */
        private void loadUpgraded(VersionedObject read, ReadPlan from, VersionPlan to, StepState state) {
            if (changes != null) {
                for (String each : changes) {
                    ReadPlan.FieldReader reader = from.find(each, from.size());
                    if (reader != null) {
                        state.markChanged(reader.slot(), true);
                    }
                }
            }
            to.upgrade(state);
            ObjectType<?> type = from.type;
            for (Field<?> field : type.allFields()) {
                int slot = type.slot(field);
                if (state.isSet(slot)) {
                    StateAccess.load(read, slot, state.value(slot));
                }
                if (state.isChanged(slot) && type.history(field).removedIn() == null) {
                    StateAccess.forgetBaseline(read, slot);
                }
            }
        }

        private void carryUnknown(VersionedObject read) {
            if (unknown != null && plan != null) {
                StateAccess.carry(read, unknown.of(plan.version, changes == null ? List.of() : changes));
            }
        }

        private VersionedObject readData(ReadPlan from, EnvelopeSource in) {
            VersionedObject read = StateAccess.newForLoading(from.type);
            StepState state = from.steps == null ? null : from.steps.upgrade();
            boolean[] seen = new boolean[from.size()];
            Set<String> ignored = null;
            int expected = 0;
            VersionedObjectException faulty = null;
            in.beginObject();
            int depth = in.depth();
            for (String each = in.nextName(from.likely(0)); each != null; each = in.nextName(from.likely(expected))) {
                ReadPlan.FieldReader reader = from.find(each, expected);
                try {
                    if (reader == null) {
                        ignored = ignored == null ? new HashSet<>() : ignored;
                        EnvelopeReader.checkFirst(each, ignored.add(each));
                        skipOrCarry(each, from, in);
                    } else {
                        expected = reader.position() + 1;
                        EnvelopeReader.checkFirst(each, !seen[reader.position()]);
                        seen[reader.position()] = true;
                        load(read, state, reader.slot(), readValue(reader, in));
                    }
                } catch (VersionedObjectException e) {
                    faulty = in.collect(faulty, e, depth);
                }
            }
            if (faulty != null) {
                throw faulty;
            }
            steps = state;
            StateAccess.readAt(read, from.version);
            if (context != null) {
                StateAccess.putContext(read, context);
            }
            return read;
        }

        private static void load(VersionedObject read, @Nullable StepState state, int slot, @Nullable Object value) {
            if (state == null) {
                StateAccess.load(read, slot, value);
            } else {
                state.load(slot, value);
            }
        }

        private void skipOrCarry(String field, ReadPlan from, EnvelopeSource in) {
            if (mostCarried == 0 || !from.version.isAfter(from.type.version())) {
                in.skip();
                return;
            }
            unknown = unknown == null ? new UnknownValues(mostCarried) : unknown;
            try {
                unknown.add(field, in.readAny());
            } catch (VersionedObjectException e) {
                throw e.within(field);
            } catch (JacksonException e) {
                throw in.translated(e).within(field);
            }
        }
    }

    private static InvalidEnvelopeException invalid(InvalidValueException e) {
        return new InvalidEnvelopeException(e.facts(), null);
    }

    private static void checkFirst(String name, boolean isFirst) {
        if (!isFirst) {
            throw new InvalidEnvelopeException(
                    Facts.problem("the field is in the data twice").withPath(name), null);
        }
    }

    private static @Nullable Object readValue(ReadPlan.FieldReader reader, EnvelopeSource in) {
        FieldSpec<?> spec = reader.field().spec();
        try {
            return read(spec, reader.planned().type(), in);
        } catch (VersionedObjectException e) {
            VersionedObjectException located = e.within(reader.name());
            throw spec.isSecret() ? located.masked() : located;
        } catch (JacksonException e) {
            throw in.translated(e).within(reader.name());
        }
    }

    private static <T extends @Nullable Object> @Nullable Object read(
            FieldSpec<T> spec, FieldType<?> form, EnvelopeSource in) {
        if (in.isNull() && !form.isNullable()) {
            FieldType<T> type = spec.type();
            if (form == type && spec.replacesNull(in.profile())) {
                in.readNull();
                return type.accept(spec.defaultValue());
            }
            throw in.mismatch(form.describe());
        }
        return form.read(in);
    }
}
