package org.versionedobjects.types;

import java.util.List;
import java.util.Random;
import org.versionedobjects.FieldType;

class ListOfArraysTest extends FieldTypeContract<List<long[]>> {
    @Override
    FieldType<List<long[]>> type() {
        return Types.listOf(ArrayType.INSTANCE);
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion(List.of(new long[] {1}), List.of(new long[] {1})));
    }

    @Override
    List<Refusal> refused() {
        return List.of(new Refusal(List.of(5), "at [0]: expected an array of one number but was 5 (Integer)"));
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
        return List.of(new Form(List.of(new long[] {7}, new long[] {8}), List.of(7L, 8L), "[[7], [8]]"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<List<long[]>>> same() {
        return List.of(List.of(List.of(new long[] {1}), List.of(new long[] {1})), List.of(List.of()));
    }

    @Override
    List<long[]> generate(Random random) {
        return List.of(new long[] {random.nextLong()}, new long[] {1});
    }

    @Override
    void spoil(List<long[]> value) {
        value.get(0)[0]++;
    }
}
