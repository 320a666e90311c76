package org.versionedobjects.lock;

import java.util.regex.Pattern;

/** Tells where in a type something is, of paths that tell where in an object it is. */
final class FieldPlace {
    private static final Pattern INDEX_OR_KEY = Pattern.compile("\\[(\\d+|\".*?\")](?=[.\\[]|$)");

    private FieldPlace() {}

    /** Returns the path without indices and keys: {@code objects[].uuid}. */
    static String of(String path) {
        return INDEX_OR_KEY.matcher(path).replaceAll("[]");
    }
}
