package org.versionedobjects.benchmarks.state;

import java.util.function.Supplier;
import org.versionedobjects.benchmarks.race.Call;

/**
 * One kind of tracked object, and the work that is raced: on each of many objects a field is set, then each is asked which
 * fields changed, then each is reset. These are three loops, for in one loop a compiler sees through a plain object and does
 * nothing at all. Each kind has loops of its own, for calls through the interface would cost more than what is measured.
 *
 * @param name how it is called in the tables
 * @param supplier makes an object without changes
 * @param loops the work; a call returns how many changed fields it saw
 */
record TrackedWay(String name, Supplier<Tracked> supplier, Call loops) {
    static final int OBJECTS = 100;
}
