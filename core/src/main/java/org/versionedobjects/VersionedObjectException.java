package org.versionedobjects;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The root of what this library throws. The message is one sentence made of {@link #facts()}, headed by the class's
 * name in brackets: {@code [InvalidValue] placement.Consumer 1.1 at uuid: expected a UUID but was "abc" (String)}.
 *
 * <p>Like every throwable it is confined to one thread while it travels; on its way up each level adds where it was.
 */
public abstract class VersionedObjectException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String SUFFIX = "Exception";
    private static final String NOTHING = Facts.show(null);

    private Facts facts;
    private @Nullable Throwable cause;

    /** Makes an exception from what is known where it is thrown. */
    protected VersionedObjectException(Facts facts, @Nullable Throwable cause) {
        this(facts, cause, true);
    }

    /**
     * Makes an exception from what is known.
     *
     * @param traced whether it has a stack trace; one that is handed out instead of thrown, as one of many, needs none
     */
    protected VersionedObjectException(Facts facts, @Nullable Throwable cause, boolean traced) {
        super(null, null, true, traced);
        this.facts = Objects.requireNonNull(facts, "facts");
        this.cause = cause;
    }

    /** Returns what this exception knows, as data. */
    public final Facts facts() {
        return facts;
    }

    /**
     * Adds a step to the front of the path and returns this: for field types that hold other types and for readers.
     *
     * @param step a field name, or {@code [index]} or {@code ["key"]}
     */
    public final VersionedObjectException within(String step) {
        change(known -> known.within(step));
        return this;
    }

    /** Names the object this happened to, the outermost one winning, and returns this. */
    public final VersionedObjectException of(ObjectType<?> type) {
        change(known -> known.withObject(type));
        return this;
    }

    /**
     * Hides what was there, because the field is secret, and returns this: the value, keys in the path, and the cause,
     * which may quote either. That it was null is no secret.
     */
    public final VersionedObjectException masked() {
        mask();
        return this;
    }

    /** Does what {@link #masked} says; one that stands for several does it to each. */
    void mask() {
        cause = null;
        put(VersionedObjectException::hidden);
    }

    private static Facts hidden(Facts known) {
        Facts hidden = known.withoutKeys();
        return known.was() == null || known.was().equals(NOTHING) ? hidden : hidden.withWas(Facts.MASK);
    }

    /** Returns what led to this; null if nothing did, or if it is hidden with the value of a secret field. */
    @Override
    public final synchronized @Nullable Throwable getCause() {
        return cause;
    }

    /** Changes what is known; one that stands for several changes what each knows. */
    void change(UnaryOperator<Facts> change) {
        put(change);
    }

    /** Changes what this one knows. */
    final void put(UnaryOperator<Facts> change) {
        facts = change.apply(facts);
    }

    @Override
    public String getMessage() {
        return labelled(facts == null ? "" : facts.sentence());
    }

    /** Returns a sentence headed by the label of this class. */
    final String labelled(String sentence) {
        return "[" + label() + "] " + sentence;
    }

    private String label() {
        String name = getClass().getSimpleName();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
