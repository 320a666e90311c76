package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/**
 * How objects of one type get from one release to another, if each knows what the other can read: an older receiver is sent
 * the version that it has, a newer one takes the older version up. What is nested goes its own way, as its own type.
 *
 * <p>Immutable and thread-safe.
 *
 * @param sent the version that the sender has
 * @param received the version that the receiver has; null if it cannot read the type
 * @param losses what does not arrive as it was sent: of the whole object first, then by field
 */
public record Passage(Version sent, @Nullable Version received, List<Loss> losses) {
    /** How well objects arrive, from best to worst. */
    public enum Verdict {
        /** All that is sent arrives, and the receiver misses nothing. */
        WHOLE,
        /** Every object arrives, some with less or with other values. */
        LESS,
        /** Some objects may be refused. */
        MAY_FAIL,
        /** None arrives. */
        NEVER
    }

    /** Copies the losses. */
    public Passage {
        Objects.requireNonNull(sent, "sent");
        losses = List.copyOf(losses);
    }

    /** Returns the version that is on the wire: the older of the two; empty if nothing is sent. */
    public Optional<Version> travelling() {
        return received == null ? Optional.empty() : Optional.of(Version.min(sent, received));
    }

    /** Returns how well objects arrive: what the worst of the losses means. */
    public Verdict verdict() {
        Verdict worst = Verdict.WHOLE;
        for (Loss loss : losses) {
            Verdict verdict = loss.kind().verdict();
            worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        }
        return worst;
    }

    Passage with(List<Loss> more) {
        List<Loss> all = new ArrayList<>(losses);
        all.addAll(more);
        return more.isEmpty() ? this : new Passage(sent, received, Loss.sorted(all));
    }
}
