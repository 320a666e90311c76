package org.versionedobjects.types;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.versionedobjects.FieldType;

class UriTypeTest extends FieldTypeContract<URI> {
    private static final String EXPECTED = "expected a URI, such as https://example.org/path but was ";

    @Override
    FieldType<URI> type() {
        return Types.uri();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(URI.create("https://example.org/a"), URI.create("https://example.org/a")),
                new Coercion("https://example.org/a?b=c#d", URI.create("https://example.org/a?b=c#d")),
                new Coercion("urn:isbn:0451450523", URI.create("urn:isbn:0451450523")),
                new Coercion("../a", URI.create("../a")),
                new Coercion("HTTP://example.org/%7e", URI.create("HTTP://example.org/%7e")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("https://example.org/a b", EXPECTED + "\"https://example.org/a b\" (String)"),
                new Refusal("http://[::1", EXPECTED + "\"http://[::1\" (String)"),
                new Refusal("%zz", EXPECTED + "\"%zz\" (String)"),
                new Refusal("a:", EXPECTED + "\"a:\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion("../a", URI.create("../a")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(new Refusal("a b", EXPECTED + "\"a b\" (String)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(
                URI.create("https://example.org/%C3%A9?x=1"),
                "https://example.org/%C3%A9?x=1",
                "https://example.org/%C3%A9?x=1"));
    }

    @Override
    List<Form> osloForms() {
        return List.of();
    }

    @Override
    List<List<URI>> same() {
        return List.of(
                List.of(
                        URI.create("https://example.org/a"),
                        URI.create("https://example.org").resolve("/a")),
                List.of(URI.create("https://EXAMPLE.org/a")),
                List.of(URI.create("https://example.org/A")));
    }

    @Override
    URI generate(Random random) {
        return URI.create("https://example.org/" + random.nextInt() + "?q=" + random.nextInt(10) + "#%7E");
    }
}
