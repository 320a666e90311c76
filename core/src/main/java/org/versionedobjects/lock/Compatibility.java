package org.versionedobjects.lock;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.versionedobjects.Version;

/**
 * Which release can talk to which, type by type, and what is lost on the way. It holds if the sender knows what the receiver
 * can read, by a manifest or a pin: then an older receiver gets what it has.
 *
 * <p>Immutable and thread-safe.
 *
 * @param releases the names, oldest first; what is in the making comes last if it differs from the last release
 * @param pairs each release with each other one as sender and receiver: by sender, then by receiver, in the order of releases
 * @param types the types of any release, by namespace, name and major
 */
public record Compatibility(List<String> releases, List<Pair> pairs, List<TypeHistory> types) {
    /**
     * One release sends to another.
     *
     * @param sender the name of the release that sends
     * @param receiver the name of the release that receives
     * @param passages how each type that the sender has gets there
     */
    public record Pair(String sender, String receiver, SortedMap<LockedType.Id, Passage> passages) {
        /** Copies the map. */
        public Pair {
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(receiver, "receiver");
            passages = Collections.unmodifiableSortedMap(new TreeMap<>(passages));
        }

        /** Returns how many types arrive how well, the worst first; what no type does is not there. */
        public SortedMap<Passage.Verdict, Integer> counts() {
            SortedMap<Passage.Verdict, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
            passages.values().forEach(each -> counts.merge(each.verdict(), 1, Integer::sum));
            return Collections.unmodifiableSortedMap(counts);
        }
    }

    /**
     * What each version of a type means for objects that go past it.
     *
     * @param id namespace, name and major
     * @param releases the version that each release has, in the order of releases, without those that do not have the type;
     *     a release that has the same as the one before it is there as well
     * @param steps the recorded versions but the first, oldest first
     */
    public record TypeHistory(LockedType.Id id, List<InRelease> releases, List<Step> steps) {
        /** Copies the lists. */
        public TypeHistory {
            Objects.requireNonNull(id, "id");
            releases = List.copyOf(releases);
            steps = List.copyOf(steps);
        }
    }

    /**
     * A release and the version of a type that it has.
     *
     * @param release its name
     * @param version the version
     */
    public record InRelease(String release, Version version) {
        /** Checks that both are there. */
        public InRelease {
            Objects.requireNonNull(release, "release");
            Objects.requireNonNull(version, "version");
        }
    }

    /**
     * One recorded version beside the one before.
     *
     * @param version the version
     * @param down what is lost if it is sent to a receiver that has the one before
     * @param up what is lost if the one before is sent to a receiver that has this
     */
    public record Step(Version version, Passage down, Passage up) {
        /** Checks that all is there. */
        public Step {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(down, "down");
            Objects.requireNonNull(up, "up");
        }
    }

    /** Copies the lists. */
    public Compatibility {
        releases = List.copyOf(releases);
        pairs = List.copyOf(pairs);
        types = List.copyOf(types);
    }

    /** Returns how the releases of a lock go together, and what is in the making with them. */
    public static Compatibility of(VersionLock lock) {
        return new CompatibilityBuilder(Objects.requireNonNull(lock, "lock")).build();
    }

    /**
     * Returns one release as sender and another as receiver.
     *
     * @throws IllegalArgumentException if there is no such pair
     */
    public Pair between(String sender, String receiver) {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(receiver, "receiver");
        return pairs.stream()
                .filter(each -> each.sender().equals(sender) && each.receiver().equals(receiver))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no pair of " + sender + " and " + receiver + "; the releases are " + releases));
    }

    /**
     * Returns this as a page of HTML that needs nothing else: no script, no style, no font from anywhere. It is well-formed
     * XML as well. Lines end in {@code \n}. The same lock gives the same text.
     */
    public String toHtml() {
        return new CompatibilityPage(this).toHtml();
    }
}
