package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/**
 * One thing that does not arrive as it was sent. Immutable and thread-safe.
 *
 * @param kind what happens
 * @param version the version of the type that brought it; for nested objects the version that travels, for types that the
 *     receiver cannot read the version that the sender has
 * @param field the field's name at the sender, or at the receiver if only that one has it; null if the whole object is meant
 * @param values what the kind says of them, as text
 */
public record Loss(Kind kind, Version version, @Nullable String field, List<String> values) {
    private static final Comparator<Loss> ORDER = Comparator.comparing(
                    (Loss loss) -> loss.field() == null ? "" : loss.field())
            .thenComparing(Loss::kind)
            .thenComparing(Loss::version)
            .thenComparing(loss -> String.join("\n", loss.values()));

    /** What can happen to an object on its way. */
    public enum Kind {
        /** The older receiver does not have the field. No values. */
        FIELD_LEFT_OUT(Passage.Verdict.LESS, "{} is left out"),
        /** The newer receiver has a field that the sender does not know. No values. */
        FIELD_UNSET(Passage.Verdict.LESS, "{} stays unset"),
        /** The older receiver has a field that the sender no longer sets; it gets the value. One value: that. */
        FIELD_FILLED(Passage.Verdict.LESS, "{} is {} unless an older peer had sent another"),
        /** The older receiver has a field that the sender no longer sets; it gets nothing. No values. */
        FIELD_NOT_SET(Passage.Verdict.LESS, "{} is unset unless an older peer had sent it"),
        /** The newer receiver can read the field, not set it. No values. */
        FIELD_READ_ONLY(Passage.Verdict.LESS, "{} can only be read"),
        /** The older receiver gets another value. Two values: what is sent, what arrives. */
        VALUE_REPLACED(Passage.Verdict.LESS, "{}: {} becomes {}"),
        /** An object with the value cannot be sent. One value: that. */
        VALUE_REFUSED(Passage.Verdict.MAY_FAIL, "{}: {} cannot be sent"),
        /** The value is converted, which may be refused. Two values: the type it is sent from, the type that arrives. */
        FIELD_CONVERTED(Passage.Verdict.MAY_FAIL, "{}: {} becomes {}, or is refused"),
        /** Own code works on the whole object. No values. */
        OWN_CODE(Passage.Verdict.MAY_FAIL, "a step with its own code runs"),
        /** The field may hold objects of a type that cannot be sent to the receiver. One value: the type with its major. */
        NESTED_REFUSED(Passage.Verdict.MAY_FAIL, "{}: objects of {} cannot be sent"),
        /** The receiver has other majors only. One value: its versions. */
        OTHER_MAJOR(Passage.Verdict.NEVER, "the receiver has {}, another major"),
        /** The receiver does not have the type. No values. */
        UNKNOWN_TYPE(Passage.Verdict.NEVER, "the receiver does not know the type");

        private final Passage.Verdict verdict;
        private final String words;

        Kind(Passage.Verdict verdict, String words) {
            this.verdict = verdict;
            this.words = words;
        }

        /** Returns what this means for the object. */
        public Passage.Verdict verdict() {
            return verdict;
        }
    }

    /** Copies the values. */
    public Loss {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(version, "version");
        values = List.copyOf(values);
    }

    static Loss of(Kind kind, Version version, @Nullable String field, String... values) {
        return new Loss(kind, version, field, List.of(values));
    }

    /** Returns losses of the whole object first, then by field. */
    static List<Loss> sorted(List<Loss> losses) {
        return losses.stream().sorted(ORDER).toList();
    }

    Sentence sentence() {
        List<String> holes = new ArrayList<>();
        if (field != null) {
            holes.add(field);
        }
        holes.addAll(values);
        return Sentence.of(kind.words, holes.toArray());
    }

    /** Returns this as a sentence without a stop: {@code state: PAUSED becomes OFF}. */
    @Override
    public String toString() {
        return sentence().toString();
    }
}
