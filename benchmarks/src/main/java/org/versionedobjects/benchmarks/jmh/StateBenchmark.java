package org.versionedobjects.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.versionedobjects.benchmarks.race.Call;
import org.versionedobjects.benchmarks.state.StateCalls;

/** O1 on a hundred objects, each contender in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StateBenchmark {
    /** Who does it. */
    @Param({
        "Plain object with a bit mask",
        "Versioned Objects",
        "jOOQ record",
        "HashMap object",
        "Versioned Objects, field by field",
        "Versioned Objects, changes()"
    })
    public String contender = "";

    private Call call = () -> 0;

    /** Finds the contender's call. */
    @Setup
    public void find() {
        call = StateCalls.of(contender);
    }

    /** Does the work once on each object. */
    @Benchmark
    public int once() throws Exception {
        return call.once();
    }
}
