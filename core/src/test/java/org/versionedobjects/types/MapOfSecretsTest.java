package org.versionedobjects.types;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.versionedobjects.FieldType;

/** The contract for values that must not be shown, at any depth. */
class MapOfSecretsTest extends FieldTypeContract<Map<String, List<Set<String>>>> {
    private static final String SET = "a set of elements that are each a pass phrase";
    private static final String LIST = "a list of elements that are each " + SET;

    @Override
    FieldType<Map<String, List<Set<String>>>> type() {
        return Types.mapOf(Types.listOf(Types.setOf(MaskedType.INSTANCE)));
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion(Map.of("a", List.of(List.of("sesame"))), Map.of("a", List.of(Set.of("sesame")))));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal("sesame", "expected " + type().describe() + " but was ***"),
                new Refusal(Map.of("a", "sesame"), "at [\"a\"]: expected " + LIST + " but was ***"),
                new Refusal(Map.of("a", List.of("sesame")), "at [\"a\"][0]: expected " + SET + " but was ***"),
                new Refusal(
                        Map.of("a", List.of(Set.of(4711))), "at [\"a\"][0][0]: expected a pass phrase but was ***"));
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
        return List.of(new Form(Map.of("a", List.of(Set.of("x"))), Map.of("a", List.of(List.of("x"))), "{a=[[***]]}"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Map<String, List<Set<String>>>>> same() {
        return List.of(List.of(Map.of("a", List.of(Set.of("x")))), List.of(Map.of()));
    }

    @Override
    Map<String, List<Set<String>>> generate(Random random) {
        return Map.of("a", List.of(Set.of(Long.toString(random.nextLong()))));
    }
}
