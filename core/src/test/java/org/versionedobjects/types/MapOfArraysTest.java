package org.versionedobjects.types;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.versionedobjects.FieldType;

class MapOfArraysTest extends FieldTypeContract<Map<String, long[]>> {
    @Override
    FieldType<Map<String, long[]>> type() {
        return Types.mapOf(ArrayType.INSTANCE);
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion(Map.of("a", new long[] {1}), Map.of("a", new long[] {1})));
    }

    @Override
    List<Refusal> refused() {
        return List.of(new Refusal(Map.of("a", 5), "at [\"a\"]: expected an array of one number but was 5 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of();
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of();
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(Map.of("a", new long[] {7}), Map.of("a", 7L), "{a=[7]}"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Map<String, long[]>>> same() {
        return List.of(
                List.of(Map.of("a", new long[] {1}), Map.of("a", new long[] {1})),
                List.of(Map.of("b", new long[] {1})));
    }

    @Override
    Map<String, long[]> generate(Random random) {
        return Map.of("a", new long[] {random.nextLong()});
    }

    @Override
    void spoil(Map<String, long[]> value) {
        value.get("a")[0]++;
    }
}
