package org.versionedobjects.benchmarks.race;

/**
 * What has to be shown: ours takes at most so many times what another contender takes.
 *
 * @param measure what is compared
 * @param against the other contender's name
 * @param atMost the ratio
 * @param guard the share by which noise may exceed it
 */
record Bound(Measure measure, String against, double atMost, double guard) {
    static final double GUARD = 0.15;
}
