package org.versionedobjects.lock;

import java.util.List;

/**
 * What came of {@link RoundTrips#check}. Immutable and thread-safe.
 *
 * @param problems what is wrong, like ones told once; empty if all is well
 * @param refused what could not be written although nothing is wrong: the history says that it cannot be expressed in a
 *     version, by an enum value for which older peers get none, a conversion or a step that refuses
 * @param types how many types were looked at
 * @param versions how many versions of them, each told once
 * @param objects how many objects
 * @param documents how many documents were written, each of which was read by the peer and read again
 */
public record RoundTripReport(
        List<RoundTripProblem> problems,
        List<RoundTripProblem> refused,
        int types,
        int versions,
        int objects,
        int documents) {
    /** Copies the lists. */
    public RoundTripReport {
        problems = List.copyOf(problems);
        refused = List.copyOf(refused);
    }

    /** Returns the counts, then the problems and what was refused, each on a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(documents)
                .append(" documents of ")
                .append(objects)
                .append(" objects of ")
                .append(types)
                .append(" types in ")
                .append(versions)
                .append(" versions: ")
                .append(problems.size())
                .append(" problems, ")
                .append(refused.size())
                .append(" refused");
        problems.forEach(each -> text.append("\n- ").append(each));
        refused.forEach(each -> text.append("\n- refused: ").append(each));
        return text.toString();
    }
}
