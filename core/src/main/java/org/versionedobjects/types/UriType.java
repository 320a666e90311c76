package org.versionedobjects.types;

import java.net.URI;

final class UriType extends TextScalarType<URI> {
    static final UriType INSTANCE = new UriType();

    /** RFC 9110 §4.1: 8000 octets at the least should be supported. */
    private static final int MOST_CHARACTERS = 8_000;

    private UriType() {
        super("a URI", URI.class);
    }

    @Override
    int mostCharacters() {
        return MOST_CHARACTERS;
    }

    @Override
    URI parse(String text) {
        return URI.create(text);
    }
}
