package org.versionedobjects.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.testing.VersionedObjectAssertions.assertThat;
import static org.versionedobjects.testing.VersionedObjectAssertions.assertThatRefused;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.testing.Placement.Consumer;
import org.versionedobjects.testing.Placement.User;

class VersionedObjectExceptionAssertTest {
    private static final String MESSAGE =
            "[InvalidValue] placement.Consumer 1.1 at uuid: expected a UUID but was \"abc\" (String)";

    private final Consumer consumer = new Consumer();

    private VersionedObjectExceptionAssert refused() {
        return assertThatRefused(() -> consumer.setFrom(Consumer.UUID, "abc"));
    }

    private static void assertFails(ThrowingCallable code, String message) {
        assertThatThrownBy(code)
                .isInstanceOf(AssertionError.class)
                .hasMessage(message + System.lineSeparator() + "  in " + MESSAGE);
    }

    @Test
    void facts_areCompared() {
        refused()
                .hasObject("placement.Consumer")
                .hasVersion("1.1")
                .hasPath("uuid")
                .expected("a UUID")
                .was("\"abc\" (String)")
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(MESSAGE);
    }

    @Test
    void hasObject_ofAnother() {
        assertFails(
                () -> refused().hasObject("placement.User"),
                "Expected the object to be placement.User, but it is placement.Consumer");
    }

    @Test
    void hasVersion_ofAnother() {
        assertFails(() -> refused().hasVersion("1.0"), "Expected the version to be 1.0, but it is 1.1");
    }

    @Test
    void hasPath_ofAnother() {
        assertFails(() -> refused().hasPath("user.name"), "Expected the path to be user.name, but it is uuid");
    }

    @Test
    void expected_ofAnother() {
        assertFails(() -> refused().expected("a text"), "Expected what was expected to be a text, but it is a UUID");
    }

    @Test
    void was_ofAnother() {
        assertFails(
                () -> refused().was("\"x\" (String)"),
                "Expected what was there to be \"x\" (String), but it is \"abc\" (String)");
    }

    @Test
    void hasProblem_ofOneWithout() {
        assertFails(
                () -> refused().hasProblem("it is late"), "Expected the problem to be it is late, but there is none");
    }

    @Test
    void hasAdvice_ofOneWithout() {
        assertFails(() -> refused().hasAdvice("wait"), "Expected the advice to be wait, but there is none");
    }

    @Test
    void problemAndAdvice_areCompared() {
        VersionedObjectException thrown =
                new InvalidValueException(Facts.problem("it is late").withAdvice("wait"), null);

        assertThat(thrown).hasProblem("it is late").hasAdvice("wait").hasPath("");
    }

    @Test
    void secretValue_staysMasked() {
        User user = new User();

        assertThatRefused(() -> user.setFrom(User.TOKEN, "s3cret".repeat(9))).was("***");
        assertThatThrownBy(() -> assertThatRefused(() -> user.setFrom(User.TOKEN, "s3cret".repeat(9)))
                        .hasPath("x"))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void assertThatRefused_ofNothingThrown() {
        assertThatThrownBy(() -> assertThatRefused(() -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected a VersionedObjectException, but nothing was thrown");
    }

    @Test
    void assertThatRefused_ofAnotherException_keepsThat() {
        IllegalStateException other = new IllegalStateException("no");

        assertThatThrownBy(() -> assertThatRefused(() -> {
                    throw other;
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected a VersionedObjectException, but thrown was java.lang.IllegalStateException: no")
                .hasCause(other);
    }
}
