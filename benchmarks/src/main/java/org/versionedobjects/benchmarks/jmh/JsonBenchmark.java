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
import org.versionedobjects.benchmarks.json.JsonCalls;
import org.versionedobjects.benchmarks.race.Call;

/** J1 to J6, each contender in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class JsonBenchmark {
    /** The work. */
    @Param({"J1", "J2", "J3", "J4", "J5", "J6"})
    public String work = "";

    /** Who does it. */
    @Param({
        "Jackson 3 streaming by hand",
        "Versioned Objects",
        "Jackson 2 databind",
        "Jackson 2 databind, Blackbird",
        "Jackson 3 databind",
        "Jackson 3 databind, Blackbird",
        "Jackson 3 tree",
        "Avaje Jsonb"
    })
    public String contender = "";

    private Call call = () -> 0;

    /** Finds the contender's call. */
    @Setup
    public void find() {
        call = JsonCalls.of(work, contender);
    }

    /** Does the work once. */
    @Benchmark
    public int once() throws Exception {
        return call.once();
    }
}
