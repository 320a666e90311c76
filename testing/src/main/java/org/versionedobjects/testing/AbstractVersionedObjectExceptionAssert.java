package org.versionedobjects.testing;

import java.util.Objects;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObjectException;

/**
 * Assertions on what an exception of the library knows, as data: {@link Facts}. Failures show the exception's message,
 * which masks what is secret.
 *
 * @param <S> the class of the assertions themselves
 * @param <E> the class of the exception
 */
public abstract class AbstractVersionedObjectExceptionAssert<
                S extends AbstractVersionedObjectExceptionAssert<S, E>, E extends VersionedObjectException>
        extends AbstractThrowableAssert<S, E> {

    /** Makes assertions on an exception. */
    protected AbstractVersionedObjectExceptionAssert(@Nullable E actual, Class<S> selfType) {
        super(actual, selfType);
    }

    /**
     * Runs code, and returns what it throws.
     *
     * @throws AssertionError if it throws nothing, or nothing of this class
     */
    protected static <E extends Throwable> E thrownBy(ThrowingCallable code, Class<E> expected) {
        Throwable thrown = Assertions.catchThrowable(code);
        if (!expected.isInstance(thrown)) {
            String finding = thrown == null ? "nothing was thrown" : "thrown was " + thrown;
            throw new AssertionError("Expected a " + expected.getSimpleName() + ", but " + finding, thrown);
        }
        return expected.cast(thrown);
    }

    /** Checks which object type it is about: {@code placement.Consumer}. */
    public S hasObject(String qualifiedName) {
        return check("the object", qualifiedName, facts().object());
    }

    /** Checks the version of that type; {@code 1.1} and {@code 1.1.0} are the same. */
    public S hasVersion(String version) {
        Version found = facts().version();
        boolean same = found != null && found.compareTo(Version.parse(version)) == 0;
        return same ? myself : check("the version", version, found == null ? null : found.toString());
    }

    /** Checks where in the object it was: {@code user.external_id}, {@code objects[3].uuid}. */
    public S hasPath(String path) {
        return check("the path", path, facts().path());
    }

    /** Checks the clause that says what is wrong. */
    public S hasProblem(String problem) {
        return check("the problem", problem, facts().problem());
    }

    /** Checks what would have been right: {@code a UUID}. */
    public S expected(String expected) {
        return check("what was expected", expected, facts().expected());
    }

    /** Checks what was there: {@code "abc" (String)}; {@code ***} for a secret. */
    public S was(String was) {
        return check("what was there", was, facts().was());
    }

    /** Checks what it says to do about it. */
    public S hasAdvice(String advice) {
        return check("the advice", advice, facts().advice());
    }

    private Facts facts() {
        isNotNull();
        return actual.facts();
    }

    /** Checks one fact; the failure is a sentence with both and the message of the exception. */
    protected final S check(String fact, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            failWithMessage(
                    "%s",
                    "Expected " + fact + " to be " + expected + ", but "
                            + (found == null || found.equals("") ? "there is none" : "it is " + found)
                            + System.lineSeparator() + "  in " + actual.getMessage());
        }
        return myself;
    }
}
