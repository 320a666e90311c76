package org.versionedobjects.benchmarks.json;

import java.util.stream.Stream;
import org.versionedobjects.benchmarks.race.Call;

/** The calls of the races, one by one. */
public final class JsonCalls {
    private JsonCalls() {}

    /**
     * Returns how a contender does the work of a race.
     *
     * @param id the race: J1 to J6
     * @param contender its name there
     * @throws IllegalArgumentException if there is no such race or contender
     */
    public static Call of(String id, String contender) {
        JsonWork work = new JsonWork();
        JsonWay<?, ?> way = Stream.concat(Stream.of(work.limit(), work.library()), work.peers().stream())
                .filter(each -> each.name().equals(contender))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contender " + contender));
        return switch (id) {
            case "J1" -> work.writeOne(way);
            case "J2" -> work.readOne(way, work.one());
            case "J3" -> work.writeThousand(way);
            case "J4" -> work.readThousand(way);
            case "J5" -> work.writeOld(way);
            case "J6" -> work.readOne(way, PythonText.of(work.one()));
            default -> throw new IllegalArgumentException("There is no race " + id);
        };
    }
}
