package org.versionedobjects.persistence;

import com.google.common.collect.MapMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldLoader;
import org.versionedobjects.UnsetFieldException;
import org.versionedobjects.VersionedObject;

/**
 * Objects of one table that were loaded together, whose unset fields are loaded for all of them when one is asked for.
 *
 * <p>It never touches an object but the one that asks, on the thread that asks: what was loaded for others waits under
 * their keys until they ask. It keeps no object alive, and what waits for one goes with it. Thread-safe.
 */
final class LoadedTogether {
    private final Table<?> table;
    private final boolean partial;
    private final Laziness laziness;
    private final Fetcher fetcher;
    private final ConcurrentMap<Member, Boolean> members =
            new MapMaker().weakKeys().makeMap();
    private final ConcurrentMap<Integer, LazyField> fields = new ConcurrentHashMap<>();

    LoadedTogether(Table<?> table, boolean partial, Laziness laziness, Fetcher fetcher) {
        this.table = table;
        this.partial = partial;
        this.laziness = laziness;
        this.fetcher = fetcher;
    }

    /** Returns one of the same kind, without members. */
    LoadedTogether another() {
        return new LoadedTogether(table, partial, laziness, fetcher);
    }

    boolean isPartial() {
        return partial;
    }

    /** Takes a new member. */
    Member join(KeyValues key, VersionedObject object, @Nullable FieldLoader otherwise) {
        Member member = new Member(this, key, object, otherwise);
        members.put(member, true);
        return member;
    }

    /** Returns the members whose objects are not gone. */
    List<Member> members() {
        return new ArrayList<>(members.keySet());
    }

    /** Returns whether a field can be loaded. */
    boolean has(Field<?> field) {
        return relation(field) != null || table.column(field) != null;
    }

    /**
     * Gives an object a field.
     *
     * @throws LazyLoadingException if that is refused
     * @throws UnsetFieldException if its row is not there, or the one that it refers to
     */
    void load(Member member, VersionedObject object, Field<?> field) {
        if (laziness.rules().strict()) {
            throw refusal(member, field);
        }
        LazyField lazy = fields.computeIfAbsent(table.type().slot(field), slot -> lazyField(field));
        if (!lazy.load(member, object)) {
            throw new UnsetFieldException(
                    Facts.problem("the field could not be loaded: its row is not there any more, or refers to one that"
                                    + " is not there")
                            .withObject(table.type())
                            .withPath(field.name()),
                    null);
        }
    }

    private LazyLoadingException refusal(Member member, Field<?> field) {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            Column<?> column = table.key().get(i);
            key.add(column.name() + "=" + column.format(member.key().values().get(i)));
        }
        String how = relation(field) == null ? "by only(…)" : "by with(…)";
        return new LazyLoadingException(
                Facts.problem("the field was not loaded with the object of the row " + String.join(", ", key)
                                + ", and would be loaded lazily, which strict loading refuses")
                        .withObject(table.type())
                        .withPath(field.name())
                        .withAdvice("load it with the object, " + how + ", or for many at once, by fetch(…)"),
                null);
    }

    private @Nullable Relation<?, ?> relation(Field<?> field) {
        int slot = table.type().slot(field);
        for (Relation<?, ?> relation : laziness.relations()) {
            if (table.type().slot(relation.field()) == slot) {
                return relation;
            }
        }
        return null;
    }

    private LazyField lazyField(Field<?> field) {
        Relation<?, ?> relation = relation(field);
        LazyField.Query query = relation == null
                ? (session, owners, target) ->
                        fetcher.column(session, table, table.requiredColumn(field), owners, target)
                : (session, owners, target) -> fetcher.lists(session, relation, laziness, owners, target);
        return new LazyField(this, laziness, field, query);
    }
}
