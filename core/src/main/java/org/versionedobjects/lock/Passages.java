package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/**
 * Finds out what is lost between two versions of one type, by going from version to version as an object does. Only fields
 * to which something happens are followed; of all others the name stays.
 *
 * <p>Confined to one thread; remembers what it found.
 */
final class Passages {
    private final List<Leg> oldestFirst;
    private final List<Leg> newestFirst;
    private final Map<List<Version>, Passage> known = new HashMap<>();

    /** One step of the way, and the fields to which something happens there. */
    private record Leg(VersionPair pair, List<VersionPair.Sides> fields) {
        Version version() {
            return pair.version();
        }
    }

    Passages(LockedType type) {
        this.oldestFirst = VersionPair.all(type).stream()
                .map(pair -> new Leg(
                        pair,
                        pair.fields().stream()
                                .filter(sides -> isTouched(pair, sides))
                                .toList()))
                .toList();
        List<Leg> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        this.newestFirst = Collections.unmodifiableList(reversed);
    }

    private static boolean isTouched(VersionPair pair, VersionPair.Sides sides) {
        LockedField before = sides.before();
        LockedField after = sides.after();
        return before == null
                || after == null
                || !before.name().equals(after.name())
                || !before.type().equals(after.type())
                || pair.step().retyped().containsKey(after.name());
    }

    Passage between(Version sent, Version received) {
        return known.computeIfAbsent(List.of(sent, received), any -> {
            List<Loss> losses = new ArrayList<>();
            SortedMap<String, FieldTrack> tracks = new TreeMap<>();
            for (Leg leg : received.isBefore(sent) ? newestFirst : oldestFirst) {
                if (leg.pair().isBetween(received, sent)) {
                    addOwnCode(leg, losses);
                    goDown(leg, tracks, losses);
                } else if (leg.pair().isBetween(sent, received)) {
                    addOwnCode(leg, losses);
                    goUp(leg, tracks, losses);
                }
            }
            tracks.forEach((name, track) -> track.addLosses(name, losses));
            return new Passage(sent, received, Loss.sorted(losses));
        });
    }

    private static void addOwnCode(Leg leg, List<Loss> losses) {
        if (leg.pair().step().hasOwnCode()) {
            losses.add(Loss.of(Loss.Kind.OWN_CODE, leg.version(), null));
        }
    }

    private static void goDown(Leg leg, SortedMap<String, FieldTrack> tracks, List<Loss> losses) {
        SortedMap<String, FieldTrack> older = new TreeMap<>();
        for (VersionPair.Sides sides : leg.fields()) {
            LockedField before = sides.before();
            LockedField after = sides.after();
            if (after != null) {
                FieldTrack track = taken(after.name(), tracks);
                if (before == null) {
                    addGone(Loss.Kind.FIELD_LEFT_OUT, leg, track, losses);
                } else {
                    track.down(leg.pair(), before, after);
                    older.put(before.name(), track);
                }
            } else if (before != null) {
                older.put(before.name(), revived(leg, before.name()));
            }
        }
        tracks.putAll(older);
    }

    private static FieldTrack revived(Leg leg, String name) {
        SortedMap<String, @Nullable Object> facts =
                leg.pair().step().removed().getOrDefault(name, Collections.emptySortedMap());
        return facts.containsKey("fill")
                ? FieldTrack.born(Loss.Kind.FIELD_FILLED, leg.version(), List.of(TypeText.value(facts.get("fill"))))
                : FieldTrack.born(Loss.Kind.FIELD_NOT_SET, leg.version(), List.of());
    }

    private static void goUp(Leg leg, SortedMap<String, FieldTrack> tracks, List<Loss> losses) {
        SortedMap<String, FieldTrack> newer = new TreeMap<>();
        for (VersionPair.Sides sides : leg.fields()) {
            LockedField before = sides.before();
            LockedField after = sides.after();
            if (before != null) {
                FieldTrack track = taken(before.name(), tracks);
                if (after == null) {
                    addGone(Loss.Kind.FIELD_READ_ONLY, leg, track, losses);
                } else {
                    track.up(leg.pair(), before, after);
                    newer.put(after.name(), track);
                }
            } else if (after != null) {
                newer.put(after.name(), FieldTrack.born(Loss.Kind.FIELD_UNSET, leg.version(), List.of()));
            }
        }
        tracks.putAll(newer);
    }

    /** Returns what is known of a field; if that is nothing, it has the name that it had at the sender. */
    private static FieldTrack taken(String name, SortedMap<String, FieldTrack> tracks) {
        FieldTrack track = tracks.remove(name);
        return track == null ? FieldTrack.sent(name) : track;
    }

    private static void addGone(Loss.Kind kind, Leg leg, FieldTrack track, List<Loss> losses) {
        String name = track.sentName();
        if (name != null) {
            losses.add(Loss.of(kind, leg.version(), name));
        }
    }
}
