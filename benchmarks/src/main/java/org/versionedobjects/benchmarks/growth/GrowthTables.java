package org.versionedobjects.benchmarks.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.benchmarks.race.Call;
import org.versionedobjects.benchmarks.race.Contender;
import org.versionedobjects.benchmarks.race.FigureTable;
import org.versionedobjects.benchmarks.race.Race;
import org.versionedobjects.benchmarks.race.RaceGroup;
import org.versionedobjects.benchmarks.race.RaceSettings;
import org.versionedobjects.benchmarks.race.RaceTrack;
import org.versionedobjects.benchmarks.race.Row;
import org.versionedobjects.json.ObjectCodec;

/** S: the time of one piece of work for sizes that grow, in ratio to the smallest. */
public final class GrowthTables implements RaceGroup {
    private static final int[] FIELDS = {8, 64, 500};
    private static final int[] VERSIONS = {2, 10, 100};
    private static final int[] TYPES = {5, 50, 500};
    private static final int FIELDS_OF_VERSIONS = 128;

    private final List<List<String>> rows = new ArrayList<>();

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public void run(RaceTrack track) throws Exception {
        fields(track);
        versions(track);
        types(track);
    }

    private void fields(RaceTrack track) throws Exception {
        IntFunction<ObjectType<DynamicObject>> types = GrownTypes::ofFields;
        row(track, "define a type", true, FIELDS, size -> defining(() -> GrownTypes.ofFields(size)));
        row(track, "write an object", true, FIELDS, size -> writing(types.apply(size), ""));
        row(track, "write it in 1.0, without the newer half", true, FIELDS, size -> writing(types.apply(size), "1.0"));
        row(track, "read an object", true, FIELDS, size -> reading(types.apply(size), ""));
        row(track, "read one of 1.0", true, FIELDS, size -> reading(types.apply(size), "1.0"));
        put(track, "S1", "Growth with the fields of a type", "field", "fields", FIELDS);
    }

    private void versions(RaceTrack track) throws Exception {
        IntFunction<ObjectType<DynamicObject>> types =
                versions -> GrownTypes.ofFieldsAndVersions(FIELDS_OF_VERSIONS, versions);
        row(track, "define a type", false, VERSIONS, size -> defining(() -> types.apply(size)));
        row(track, "write an object", false, VERSIONS, size -> writing(types.apply(size), ""));
        row(track, "write it in 1.0, all names older", false, VERSIONS, size -> writing(types.apply(size), "1.0"));
        row(track, "read an object", false, VERSIONS, size -> reading(types.apply(size), ""));
        row(track, "read one of 1.0, all names older", false, VERSIONS, size -> reading(types.apply(size), "1.0"));
        put(
                track,
                "S2",
                "Growth with the versions of a type of 128 fields, each renamed once",
                "type or object",
                "versions",
                VERSIONS);
    }

    private void types(RaceTrack track) throws Exception {
        row(track, "make a registry, the types defined", true, TYPES, GrowthTables::registering);
        put(track, "S3", "Growth with the types of a registry", "type", "types", TYPES);
        row(track, "write an object", false, TYPES, size -> writing(GrownTypes.types(size)));
        row(track, "read an object", false, TYPES, size -> reading(GrownTypes.types(size)));
        put(track, "S4", "Growth with the types of a registry", "object", "types", TYPES);
    }

    private void row(RaceTrack track, String work, boolean perUnit, int[] sizes, IntFunction<Call> calls)
            throws Exception {
        Contender[] contenders = IntStream.of(sizes)
                .mapToObj(size -> new Contender(String.valueOf(size), calls.apply(size)))
                .toArray(Contender[]::new);
        Contender[] larger = {contenders[1], contenders[2]};
        List<Row> result = Race.of("S", work, contenders[0], larger)
                .run(settings(track.settings()))
                .rows();
        List<String> cells = new ArrayList<>(List.of(work));
        for (int i = 0; i < sizes.length; i++) {
            double share = perUnit ? (double) sizes[0] / sizes[i] : 1;
            cells.add(String.format(Locale.ROOT, "%.2f", result.get(i).cpu().median() * share));
        }
        rows.add(cells);
    }

    /** A call deals with many fields here, so that fewer calls and rounds do. */
    private static RaceSettings settings(RaceSettings given) {
        return new RaceSettings(
                Math.min(given.rounds(), 21),
                given.slice(),
                2000,
                given.warmCalls(),
                given.warmTime(),
                given.mostWarmUps(),
                given.isQuick());
    }

    private void put(RaceTrack track, String id, String title, String unit, String sizeName, int... sizes)
            throws Exception {
        List<String> columns = new ArrayList<>(List.of("CPU time per " + unit));
        IntStream.of(sizes).forEach(size -> columns.add(size + " " + sizeName));
        track.put(new FigureTable(
                id,
                title,
                "CPU time in ratio to the smallest, per " + unit
                        + ": 1 means that it does not matter how many there are.",
                track.settings().isQuick(),
                columns,
                rows,
                List.of()));
        rows.clear();
    }

    private interface Definition {
        ObjectType<?> define();
    }

    private static Call defining(Definition definition) {
        return () -> {
            ObjectType<?> type = definition.define();
            return ObjectRegistry.of(type).hashCode() + type.fields().size();
        };
    }

    private static Call registering(int count) {
        ObjectType<?>[] types = GrownTypes.types(count).toArray(ObjectType<?>[]::new);
        return () -> ObjectRegistry.of(types).hashCode();
    }

    private static ObjectCodec codec(ObjectType<?> type, String version) {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(type));
        return version.isEmpty() ? codec : codec.at(version);
    }

    private static Call writing(ObjectType<DynamicObject> type, String version) {
        ObjectCodec codec = codec(type, version);
        DynamicObject object = GrownTypes.filled(type);
        return () -> codec.toBytes(object).length;
    }

    private static Call reading(ObjectType<DynamicObject> type, String version) {
        ObjectCodec codec = codec(type, version);
        byte[] json = codec.toBytes(GrownTypes.filled(type));
        return () -> codec.fromBytes(json).objectType().fields().size();
    }

    private static Call writing(List<ObjectType<DynamicObject>> types) {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(types.toArray(ObjectType<?>[]::new)));
        DynamicObject object = GrownTypes.filled(types.get(types.size() / 2));
        return () -> codec.toBytes(object).length;
    }

    private static Call reading(List<ObjectType<DynamicObject>> types) {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(types.toArray(ObjectType<?>[]::new)));
        byte[] json = codec.toBytes(GrownTypes.filled(types.get(types.size() / 2)));
        return () -> codec.fromBytes(json).objectType().fields().size();
    }
}
