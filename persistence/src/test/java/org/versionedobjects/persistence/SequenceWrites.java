package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.persistence.Computer.Disk;
import org.versionedobjects.persistence.Computer.Rack;
import org.versionedobjects.persistence.KnownDatabase.Level;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;

/**
 * What a step does with rows: the library does it, and the model says what was to come of it. What would wait for the
 * other session is not done.
 */
record SequenceWrites(
        Engine engine, Instant now, SequenceObjects objects, SequenceSession session, SequenceSession other) {

    // ---- what may be done ----

    private SaveRules rules() {
        return new SaveRules(session.rows());
    }

    /** Returns whether the session need not wait for the other one. */
    private boolean mayWrite(Set<String> locks) {
        return !other.isInTransaction() || (engine.hasConcurrentWriters() && !other.hasLocked(locks));
    }

    /** MariaDB locks the gaps beside rows that were deleted, where others would insert. */
    private boolean mayCreate(KnownObject thing) {
        boolean isFree = engine != Engine.MARIADB || !other.hasLocks();
        return isFree && SequenceObjects.isWhole(thing) && !refersToNothing(thing);
    }

    private boolean maySave(KnownObject thing) {
        return mayWrite(locks(thing)) && !refersToNothing(thing);
    }

    /** Nothing else keeps a computer from referring to a rack that was rolled back: the tables have no foreign key. */
    private boolean refersToNothing(KnownObject computer) {
        KnownObject rack = SaveRules.rack(computer);
        return rack != null && SaveRules.hasKey(rack) && rules().row(rack) == null;
    }

    /** Returns what a write of a computer may lock: its row, and those it refers to. */
    private Set<String> locks(KnownObject computer) {
        Set<String> locks =
                new HashSet<>(locks(String.valueOf(computer.at(Computer.NAME).now())));
        KnownRow row = rules().row(computer);
        if (row != null) {
            locks.addAll(locks(String.valueOf(row.get(Computer.NAME))));
        }
        KnownObject rack = SaveRules.rack(computer);
        if (rack != null) {
            locks.add("rack " + rack.at(Rack.ID).now());
        }
        return locks;
    }

    private Set<String> locks(String name) {
        KnownRow row = KnownDatabase.computer(session.rows(), name);
        return row == null ? Set.of(name) : Set.of(name, "rack " + row.get(Computer.RACK));
    }

    /** Does something that is to succeed or to be refused, and in the model what comes of success. */
    private void perform(Set<String> locks, Verdict verdict, Runnable work, Consumer<SaveEffects> effect)
            throws Exception {
        RuntimeException thrown = session.attempt(work);
        session.lock(locks);
        verdict.check(thrown);
        if (verdict.isSuccess()) {
            SaveEffects effects = new SaveEffects(session.rows(), now, new Level());
            effect.accept(effects);
            session.finish(effects.level());
        } else if (verdict.isFailedStatement()) {
            session.end(false);
        }
    }

    private static Computer computer(KnownObject thing) {
        return (Computer) thing.object();
    }

    // ---- saving ----

    void create(KnownObject thing) throws Exception {
        boolean cascading = objects.pick(List.of(true, false, false));
        if (!maySave(thing) || !mayCreate(thing)) {
            return;
        }
        session.tell("creates " + session.place(thing) + (cascading ? " cascading" : ""));
        KnownObject rack = cascading ? SaveRules.rack(thing) : null;
        Repository<Computer> computers = cascading ? session.computers.cascading() : session.computers;
        perform(
                locks(thing),
                rules().cascade(rack).or(rules().create(thing, cascading)),
                () -> computers.create(computer(thing)),
                effects -> {
                    effects.cascaded(rack);
                    effects.created(thing);
                });
    }

    void save(KnownObject thing, Map<Field<?>, @Nullable Object> expected) throws Exception {
        if (maySave(thing)) {
            session.tell("saves " + session.place(thing) + told(expected));
            Verdict verdict = rules().save(thing, stored(expected), false);
            save(thing, verdict, expecting(session.computers, expected), effects -> {});
        }
    }

    void cascade(KnownObject thing) throws Exception {
        KnownObject rack = SaveRules.rack(thing);
        boolean creates = rack != null && !SaveRules.hasKey(rack);
        if (maySave(thing) && (!creates || mayCreate(thing))) {
            session.tell("saves " + session.place(thing) + " cascading");
            Verdict verdict = rules().cascade(rack).or(rules().save(thing, Map.of(), true));
            save(thing, verdict, session.computers.cascading(), effects -> effects.cascaded(rack));
        }
    }

    void rebase(KnownObject thing) throws Exception {
        if (maySave(thing)) {
            session.tell("saves " + session.place(thing) + " rebasing");
            KnownRow row = rules().row(thing);
            boolean isStale = rules().save(thing, Map.of(), false).refusal() == ConcurrentUpdateConflict.class;
            save(thing, rules().rebasingSave(thing), session.computers.rebasing(), effects -> {
                if (isStale && row != null) {
                    effects.takenOver(thing, row);
                }
            });
        }
    }

    /** Saves, where something comes before what every save does. */
    private void save(KnownObject thing, Verdict verdict, Repository<Computer> computers, Consumer<SaveEffects> before)
            throws Exception {
        KnownRow row = rules().row(thing);
        Saved[] saved = new Saved[1];
        perform(locks(thing), verdict, () -> saved[0] = computers.save(computer(thing)), effects -> {
            before.accept(effects);
            List<Field<?>> written = effects.updated(thing, row);
            assertThat(saved[0].fields()).as("written").containsExactlyElementsOf(written);
            assertThat(saved[0].unsaved()).as("unsaved").isEqualTo(unsaved(thing));
        });
    }

    private static List<String> unsaved(KnownObject thing) {
        KnownObject rack = SaveRules.rack(thing);
        return rack == null
                ? List.of()
                : rack.changed().stream().map(field -> "rack." + field.name()).toList();
    }

    // ---- compare and set ----

    private static Repository<Computer> expecting(
            Repository<Computer> computers, Map<Field<?>, @Nullable Object> expected) {
        Repository<Computer> expecting = computers;
        for (Map.Entry<Field<?>, @Nullable Object> each : expected.entrySet()) {
            expecting = expecting(expecting, each.getKey(), each.getValue());
        }
        return expecting;
    }

    @SuppressWarnings("unchecked") // the caller has a value of the field
    private static <T extends @Nullable Object> Repository<Computer> expecting(
            Repository<Computer> computers, Field<T> field, @Nullable Object value) {
        return computers.expecting(field, (T) (value instanceof KnownObject known ? known.object() : value));
    }

    private static Map<Field<?>, @Nullable Object> stored(Map<Field<?>, @Nullable Object> values) {
        Map<Field<?>, @Nullable Object> stored = new LinkedHashMap<>();
        values.forEach((field, value) -> stored.put(field, KnownRow.stored(value)));
        return stored;
    }

    private static String told(Map<Field<?>, @Nullable Object> expected) {
        return expected.isEmpty() ? "" : " expecting " + new KnownRow(stored(expected));
    }

    // ---- other writes of an object ----

    void delete(KnownObject thing) throws Exception {
        Map<Field<?>, @Nullable Object> expected = objects.expectation(3);
        if (mayWrite(locks(thing))) {
            session.tell("deletes " + session.place(thing) + told(expected));
            perform(
                    locks(thing),
                    rules().write(thing, stored(expected)),
                    () -> expecting(session.computers, expected).delete(computer(thing)),
                    effects -> effects.deleted(thing));
        }
    }

    void softDelete(KnownObject thing) throws Exception {
        Map<Field<?>, @Nullable Object> marks = new LinkedHashMap<>();
        marks.put(SoftDeletable.DELETED_AT, now);
        marks.put(SoftDeletable.DELETED, true);
        mark(thing, "softly deletes ", SaveRules.isDeleted(thing), marks, Repository::softDelete);
    }

    void restore(KnownObject thing) throws Exception {
        Map<Field<?>, @Nullable Object> marks = new LinkedHashMap<>();
        marks.put(SoftDeletable.DELETED_AT, null);
        marks.put(SoftDeletable.DELETED, false);
        mark(thing, "restores ", !SaveRules.isDeleted(thing), marks, Repository::restore);
    }

    void touch(KnownObject thing) throws Exception {
        Map<Field<?>, @Nullable Object> marks = new LinkedHashMap<>();
        marks.put(Timestamps.UPDATED_AT, now);
        mark(thing, "touches ", false, marks, Repository::touch);
    }

    private void mark(
            KnownObject thing,
            String what,
            boolean refused,
            Map<Field<?>, @Nullable Object> marks,
            BiConsumer<Repository<Computer>, Computer> work)
            throws Exception {
        Map<Field<?>, @Nullable Object> expected = objects.expectation(3);
        if (mayWrite(locks(thing))) {
            session.tell(what + session.place(thing) + told(expected));
            KnownRow row = rules().row(thing);
            Verdict written = rules().write(thing, stored(expected));
            perform(
                    locks(thing),
                    refused ? Verdict.refused(UnsavableException.class) : written,
                    () -> work.accept(expecting(session.computers, expected), computer(thing)),
                    effects -> effects.marked(thing, Objects.requireNonNull(row), marks));
        }
    }

    void refresh(KnownObject thing) throws Exception {
        session.tell("refreshes " + session.place(thing));
        KnownRow row = rules().row(thing);
        perform(
                Set.of(),
                rules().refresh(thing),
                () -> session.computers.refresh(computer(thing)),
                effects -> effects.refreshed(thing, Objects.requireNonNull(row)));
    }

    // ---- writes of what may be there ----

    void upsert(KnownObject thing) throws Exception {
        KnownRow row = rules().namesake(thing);
        if (!maySave(thing) || (row == null && !mayCreate(thing))) {
            return;
        }
        session.tell("upserts " + session.place(thing));
        perform(locks(thing), rules().upsert(thing), () -> session.computers.upsert(computer(thing)), effects -> {
            if (row == null) {
                effects.created(thing);
            } else {
                effects.overwritten(thing, row);
            }
        });
    }

    void ensure(int place) throws Exception {
        KnownObject wanted = objects.made(place);
        KnownRow row = rules().namesake(wanted);
        if (!mayWrite(locks(wanted)) || (row == null && !mayCreate(wanted))) {
            return;
        }
        session.tell("ensures " + place + ": " + wanted);
        Verdict verdict = row == null ? rules().create(wanted, false) : Verdict.SUCCESS;
        Computer[] found = new Computer[1];
        perform(locks(wanted), verdict, () -> found[0] = session.computers.ensure(computer(wanted)), effects -> {
            if (row == null) {
                assertThat(found[0]).isSameAs(wanted.object());
                effects.created(wanted);
                session.things.put(place, wanted);
            } else {
                session.things.put(place, row.loaded(found[0], session.rows()));
            }
        });
    }

    void modify(int place) throws Exception {
        String name = SequenceObjects.name(place);
        if (!mayWrite(locks(name))) {
            return;
        }
        String label = objects.pick(List.of("a", "b", "c"));
        Long size = objects.pick(List.of(0L, 1L));
        boolean failing = objects.pick(List.of(true, false, false, false));
        session.tell("modifies " + place + ": label=" + label + ", disk.size=" + size + (failing ? " and fails" : ""));
        KnownRow row = KnownDatabase.computer(session.rows(), name);
        boolean isThere = row != null && row.get(SoftDeletable.DELETED_AT) == null;
        Verdict failure = failing ? Verdict.refused(IllegalStateException.class) : Verdict.SUCCESS;
        Computer[] modified = new Computer[1];
        perform(
                locks(name),
                isThere ? failure : Verdict.refused(NotFoundException.class),
                () -> modified[0] = session.computers.modify(Computer.NAME, name, each -> {
                    each.set(Computer.LABEL, label);
                    each.get(Computer.DISK).set(Disk.SIZE, size);
                    if (failing) {
                        throw new IllegalStateException("stop");
                    }
                }),
                effects -> {
                    KnownRow before = Objects.requireNonNull(row);
                    KnownObject thing = before.loaded(modified[0], session.rows());
                    thing.at(Computer.LABEL).set(label);
                    if (thing.at(Computer.DISK).now() instanceof KnownObject disk) {
                        disk.at(Disk.SIZE).set(size);
                    }
                    effects.updated(thing, before);
                    session.things.put(place, thing);
                });
    }
}
