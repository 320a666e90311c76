package org.versionedobjects.types;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

final class UriType extends TextualType<URI> {
    static final UriType INSTANCE = new UriType();

    private UriType() {
        super("a URI, such as https://example.org/path");
    }

    @Override
    @Nullable
    URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    @Nullable
    URI convert(Object value) {
        return value instanceof URI uri ? uri : null;
    }

    @Override
    String text(URI value) {
        return value.toString();
    }

    /** Compares the texts; {@link URI#equals} would call a change of case in the host none. */
    @Override
    public boolean same(URI one, URI other) {
        return one.toString().equals(other.toString());
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("uri");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.matching(SchemaTexts.URI).with("format", "iri-reference");
    }
}
