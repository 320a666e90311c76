package org.versionedobjects.lock;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/** What happens to one field on its way through the versions. Confined to one thread. */
final class FieldTrack {
    private final @Nullable String sentName;
    private final @Nullable Birth birth;
    private final SortedMap<String, Replaced> replaced = new TreeMap<>();
    private @Nullable Conversion conversion;

    /** How the receiver comes to have a field that is not sent. */
    private record Birth(Loss.Kind kind, Version version, List<String> values) {}

    /** What stands for a value, null if nothing does, and the version that brought the value. */
    private record Replaced(Version version, @Nullable String by) {}

    private record Conversion(Version version, TypeDescription from, TypeDescription to) {}

    private FieldTrack(@Nullable String sentName, @Nullable Birth birth) {
        this.sentName = sentName;
        this.birth = birth;
    }

    /** Returns a field that the sender has. */
    static FieldTrack sent(String name) {
        return new FieldTrack(name, null);
    }

    /** Returns a field that the sender does not have, with what this means for the receiver. */
    static FieldTrack born(Loss.Kind kind, Version version, List<String> values) {
        return new FieldTrack(null, new Birth(kind, version, values));
    }

    /** Returns the name at the sender, null if it does not have the field. */
    @Nullable
    String sentName() {
        return sentName;
    }

    /** Goes to the version before. */
    void down(VersionPair pair, LockedField before, LockedField after) {
        if (pair.step().retyped().containsKey(after.name())) {
            convert(after.type(), before.type(), pair.version());
            return;
        }
        ChoiceFacts newer = ChoiceFacts.of(after.type());
        for (String value : newer.valuesNotIn(ChoiceFacts.of(before.type()))) {
            String older = newer.olderPeersGet(value);
            replaced.replaceAll((sent, now) -> value.equals(now.by()) ? new Replaced(now.version(), older) : now);
            replaced.putIfAbsent(value, new Replaced(pair.version(), older));
        }
    }

    /** Goes to the version after. */
    void up(VersionPair pair, LockedField before, LockedField after) {
        if (pair.step().retyped().containsKey(after.name())) {
            convert(before.type(), after.type(), pair.version());
        }
    }

    private void convert(TypeDescription from, TypeDescription to, Version version) {
        conversion = conversion == null
                ? new Conversion(version, from, to)
                : new Conversion(conversion.version(), conversion.from(), to);
    }

    /** Adds what was lost, once the field has arrived. */
    void addLosses(String receivedName, List<Loss> losses) {
        if (birth != null) {
            losses.add(new Loss(birth.kind(), birth.version(), receivedName, birth.values()));
            return;
        }
        if (conversion != null) {
            losses.add(Loss.of(
                    Loss.Kind.FIELD_CONVERTED,
                    conversion.version(),
                    sentName,
                    TypeText.of(conversion.from()),
                    TypeText.of(conversion.to())));
        }
        replaced.forEach((value, how) -> losses.add(
                how.by() == null
                        ? Loss.of(Loss.Kind.VALUE_REFUSED, how.version(), sentName, value)
                        : Loss.of(Loss.Kind.VALUE_REPLACED, how.version(), sentName, value, how.by())));
    }
}
