package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.persistence.Computer.Disk;
import org.versionedobjects.persistence.Computer.Rack;
import org.versionedobjects.persistence.KnownDatabase.RowKey;
import org.versionedobjects.types.SoftDeletable;

/** What a step does with a session's objects and no row: loading, making, changing them. */
record SequenceObjects(Random random, SequenceSession session) {
    /** How many rows there are at most. */
    static final int ROWS = 3;

    /** Each session has two objects of each row, which make each other stale. */
    static final int PLACES = 2 * ROWS;

    private static final List<Field<?>> SETTABLE =
            List.of(Computer.LABEL, Computer.SIZE, Computer.NOTE, Computer.TAGS, Computer.DISK, Computer.RACK);

    /** Returns the name of the row that the object at a place is of. */
    static String name(int place) {
        return "m" + place % ROWS;
    }

    /** Returns whether a row can be made: columns that are not null have values. */
    static boolean isWhole(KnownObject computer) {
        return SETTABLE.stream()
                .allMatch(field -> computer.at(field).isSet() || field == Computer.NOTE || field == Computer.RACK);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    // ---- whole objects ----

    void load(int place) throws Exception {
        boolean withDeleted = random.nextBoolean();
        session.tell("loads " + place + (withDeleted ? " even if deleted" : ""));
        Repository<Computer> computers = withDeleted ? session.computers.includingDeleted() : session.computers;
        Computer found =
                session.call(() -> computers.find(Computer.NAME, name(place)).orElse(null));
        KnownRow row = KnownDatabase.computer(session.rows(), name(place));
        boolean isThere = row != null && (withDeleted || row.get(SoftDeletable.DELETED_AT) == null);
        assertThat(found != null).as("there is %s", name(place)).isEqualTo(isThere);
        if (found != null && row != null) {
            session.things.put(place, row.loaded(found, session.rows()));
        }
    }

    void make(int place) throws Exception {
        KnownObject computer = made(place);
        session.tell("makes " + place + ": " + computer);
        session.things.put(place, computer);
    }

    /** Returns a new computer with a name and all fields set, or some. */
    KnownObject made(int place) throws Exception {
        KnownObject computer = new KnownObject(new Computer());
        computer.set(Computer.NAME, name(place));
        boolean isWhole = random.nextBoolean();
        for (Field<?> field : SETTABLE) {
            if (isWhole || random.nextBoolean()) {
                computer.set(field, value(field));
            }
        }
        return computer;
    }

    // ---- values ----

    private @Nullable Object value(Field<?> field) throws Exception {
        if (field == Computer.LABEL) {
            return pick(List.of("a", "b", "c"));
        } else if (field == Computer.NOTE) {
            return random.nextBoolean() ? null : pick(List.of("x", "y"));
        } else if (field == Computer.TAGS) {
            return pick(List.of(List.of(), List.of(1L), List.of(1L, 2L)));
        } else if (field == Computer.DISK) {
            KnownObject disk = new KnownObject(new Disk());
            disk.set(Disk.KIND, pick(List.of("fast", "slow")));
            disk.set(Disk.SIZE, (long) random.nextInt(2));
            return disk;
        } else if (field == Computer.RACK) {
            return rack();
        }
        return (long) random.nextInt(3);
    }

    /** Returns a rack to refer to: none, a new one, one that another computer of the session has, or one just loaded. */
    private @Nullable KnownObject rack() throws Exception {
        switch (random.nextInt(6)) {
            case 0 -> {
                return null;
            }
            case 1 -> {
                KnownObject made = new KnownObject(new Rack());
                made.set(Rack.LABEL, pick(List.of("new", "newer")));
                return made;
            }
            case 2 -> {
                KnownObject neighbour = session.things.get(random.nextInt(PLACES));
                return neighbour == null ? null : SaveRules.rack(neighbour);
            }
            default -> {
                Long id = pick(KnownDatabase.racks(session.rows()));
                Rack rack = session.call(() -> session.racks.require(Rack.ID, id));
                KnownRow row = Objects.requireNonNull(session.rows().get(new RowKey(Rack.ID, id)));
                return KnownObject.loaded(rack, row.values());
            }
        }
    }

    /** Returns, one in so many times, what a row is expected to have in some fields. */
    Map<Field<?>, @Nullable Object> expectation(int oneIn) throws Exception {
        Map<Field<?>, @Nullable Object> expected = new LinkedHashMap<>();
        if (random.nextInt(oneIn) != 0) {
            return expected;
        }
        for (Field<?> field : List.of(Computer.LABEL, Computer.NOTE, Computer.RACK)) {
            Object value = value(field);
            boolean canBeStored = !(value instanceof KnownObject rack) || SaveRules.hasKey(rack);
            if (canBeStored && random.nextBoolean()) {
                expected.put(field, value);
            }
        }
        return expected;
    }

    // ---- changes ----

    void set(KnownObject thing) throws Exception {
        Field<?> field = pick(SETTABLE);
        Object value = value(field);
        session.tell("sets " + field.name() + " of " + session.place(thing) + " to " + value);
        thing.set(field, value);
    }

    void setInDisk(KnownObject thing) {
        setInside(thing, Computer.DISK, Disk.SIZE, (long) random.nextInt(2));
    }

    void setInRack(KnownObject thing) {
        setInside(thing, Computer.RACK, Rack.LABEL, pick(List.of("one", "two", "three")));
    }

    private void setInside(KnownObject thing, Field<?> of, Field<?> field, Object value) {
        if (thing.at(of).now() instanceof KnownObject inside) {
            String path = of.name() + "." + field.name();
            session.tell("sets " + path + " of " + session.place(thing) + " to " + value);
            inside.set(field, value);
        }
    }

    void unset(KnownObject thing) {
        Field<?> field = pick(SETTABLE);
        session.tell("unsets " + field.name() + " of " + session.place(thing));
        thing.object().unset(field);
        thing.at(field).unset();
    }

    void touch(KnownObject thing) {
        Field<?> field = pick(SETTABLE);
        if (thing.at(field).isSet()) {
            session.tell("touches " + field.name() + " of " + session.place(thing));
            thing.object().touch(field);
            thing.at(field).touch();
        }
    }

    void setGeneration(KnownObject thing) {
        long generation = random.nextInt(3);
        session.tell("sets generation of " + session.place(thing) + " to " + generation);
        thing.set(Computer.GENERATION, generation);
    }
}
