package org.versionedobjects.types;

import java.util.List;
import java.util.Random;
import org.versionedobjects.FieldType;

/** The contract for values that can be changed in place. */
class ArrayTypeTest extends FieldTypeContract<long[]> {
    @Override
    FieldType<long[]> type() {
        return ArrayType.INSTANCE;
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion(new long[] {1}, new long[] {1}));
    }

    @Override
    List<Refusal> refused() {
        return List.of(new Refusal(5, "expected an array of one number but was 5 (Integer)"));
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
        return List.of(new Form(new long[] {7}, 7L, "[7]"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<long[]>> same() {
        return List.of(List.of(new long[] {1}, new long[] {1}), List.of(new long[] {2}));
    }

    @Override
    long[] generate(Random random) {
        return new long[] {random.nextLong()};
    }

    @Override
    void spoil(long[] value) {
        value[0]++;
    }
}
