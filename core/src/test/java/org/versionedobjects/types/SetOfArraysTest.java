package org.versionedobjects.types;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.versionedobjects.FieldType;

class SetOfArraysTest extends FieldTypeContract<Set<long[]>> {
    @Override
    FieldType<Set<long[]>> type() {
        return Types.setOf(ArrayType.INSTANCE);
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion(List.of(new long[] {1}, new long[] {1}), Set.of(new long[] {1})));
    }

    @Override
    List<Refusal> refused() {
        return List.of(new Refusal(Set.of(5), "at [0]: expected an array of one number but was 5 (Integer)"));
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
        return List.of(new Form(Set.of(new long[] {10}, new long[] {9}), List.of(9L, 10L), "[[9], [10]]"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Set<long[]>>> same() {
        return List.of(
                List.of(Set.of(new long[] {1}, new long[] {2}), Set.of(new long[] {2}, new long[] {1})),
                List.of(Set.of(new long[] {1})));
    }

    @Override
    Set<long[]> generate(Random random) {
        return Set.of(new long[] {random.nextLong()}, new long[] {1});
    }

    @Override
    void spoil(Set<long[]> value) {
        value.forEach(each -> each[0]++);
    }
}
