package org.versionedobjects.benchmarks.race;

/**
 * How one contender did.
 *
 * @param name the contender's
 * @param role what it is in the race
 * @param cpu its CPU time in ratio to the limit's of the same round
 * @param wall its time on the wall clock in ratio to the limit's of the same round
 * @param cpuNanos median CPU time of a call in nanoseconds: noise and all
 * @param wallNanos median time of a call on the wall clock in nanoseconds: noise and all
 * @param bytes what a call allocates in the calling thread
 * @param warmCalls the calls before the first round
 * @param calls the measured calls
 */
public record Row(
        String name,
        Role role,
        Ratios cpu,
        Ratios wall,
        double cpuNanos,
        double wallNanos,
        double bytes,
        long warmCalls,
        long calls) {
    /** What a contender is in a race. */
    public enum Role {
        /** What all are compared with. */
        LIMIT,
        /** The library. */
        OURS,
        /** What a user would pick instead. */
        PEER,
        /** Shown to understand the others. */
        OTHER
    }
}
