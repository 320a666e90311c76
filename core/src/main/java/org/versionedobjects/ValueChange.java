package org.versionedobjects;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a field were before some version, and how to go from one form to the other and back. The functions
 * never see null: null stays null where both forms allow it, else {@link #nullDown} and {@link #nullUp} say what stands
 * for it.
 *
 * <p>Immutable and thread-safe, if its functions are.
 *
 * @param <T> the Java type of the values after the change
 * @param <S> the Java type of the values before it
 */
public final class ValueChange<T extends @Nullable Object, S extends @Nullable Object> {
    private final FieldSpec<S> before;
    private final Function<? super T, ? extends S> down;
    private final Function<? super S, ? extends T> up;
    private final @Nullable S nullBefore;
    private final @Nullable T nullAfter;

    private ValueChange(
            FieldSpec<S> before,
            Function<? super T, ? extends S> down,
            Function<? super S, ? extends T> up,
            @Nullable S nullBefore,
            @Nullable T nullAfter) {
        this.before = Objects.requireNonNull(before, "before");
        this.down = Objects.requireNonNull(down, "down");
        this.up = Objects.requireNonNull(up, "up");
        this.nullBefore = nullBefore;
        this.nullAfter = nullAfter;
    }

    /**
     * Returns a change between two forms.
     *
     * @param before the type before the change, which may have changed itself: {@code Types.string().changedIn("1.1", …)}
     * @param down makes an older value of a newer one; throws where that cannot be
     * @param up makes a newer value of an older one
     */
    public static <T extends @Nullable Object, S extends @Nullable Object> ValueChange<T, S> of(
            FieldSpec<S> before, Function<? super T, ? extends S> down, Function<? super S, ? extends T> up) {
        return new ValueChange<>(before, down, up, null, null);
    }

    /** Returns a change between two forms, as {@link #of(FieldSpec, Function, Function)}. */
    public static <T extends @Nullable Object, S extends @Nullable Object> ValueChange<T, S> of(
            FieldType<S> before, Function<? super T, ? extends S> down, Function<? super S, ? extends T> up) {
        return of(FieldSpec.of(before), down, up);
    }

    /** Returns this change with what an older peer gets for null, where the older type knows none. */
    public ValueChange<T, S> nullDown(S value) {
        return new ValueChange<>(before, down, up, Objects.requireNonNull(value, "value"), nullAfter);
    }

    /** Returns this change with what an older peer's null becomes, where the newer type knows none. */
    public ValueChange<T, S> nullUp(T value) {
        return new ValueChange<>(before, down, up, nullBefore, Objects.requireNonNull(value, "value"));
    }

    FieldSpec<S> before() {
        return before;
    }

    @Nullable
    S nullBefore() {
        return nullBefore;
    }

    @Nullable
    T nullAfter() {
        return nullAfter;
    }

    /** Returns the older form of a newer value, not yet accepted by the older type. */
    @SuppressWarnings("unchecked") // the caller has a value of the newer type
    @Nullable
    Object down(@Nullable Object value) {
        if (value == null) {
            return nullBefore;
        }
        return down.apply((T) value);
    }

    /** Returns the newer form of an older value, not yet accepted by the newer type. */
    @SuppressWarnings("unchecked") // the caller has a value of the older type
    @Nullable
    Object up(@Nullable Object value) {
        if (value == null) {
            return nullAfter;
        }
        return up.apply((S) value);
    }
}
