package org.versionedobjects.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/** The five keys of an envelope under one serial namespace, escaped once. */
final class EnvelopeKeys {
    final String prefix;
    final SerializedString name;
    final SerializedString namespace;
    final SerializedString version;
    final SerializedString data;
    final SerializedString changes;
    private final SerializedString[] inOrder;

    EnvelopeKeys(String serialNamespace) {
        this.prefix = serialNamespace;
        this.name = new SerializedString(serialNamespace + ".name");
        this.namespace = new SerializedString(serialNamespace + ".namespace");
        this.version = new SerializedString(serialNamespace + ".version");
        this.data = new SerializedString(serialNamespace + ".data");
        this.changes = new SerializedString(serialNamespace + ".changes");
        this.inOrder = new SerializedString[] {name, namespace, version, data, changes};
    }

    /** Which of the five a key is, in the order in which this library writes them. */
    enum Key {
        NAME,
        NAMESPACE,
        VERSION,
        DATA,
        CHANGES;

        private static final Key[] VALUES = values();
    }

    /** Returns the key that usually follows some others; null after the last one. */
    @Nullable
    SerializedString likely(int others) {
        return others < inOrder.length ? inOrder[others] : null;
    }

    /** Returns which one a key is; quick if it is the one that usually follows some others. */
    @Nullable
    Key find(String key, int others) {
        if (others < inOrder.length && key.equals(inOrder[others].getValue())) {
            return Key.VALUES[others];
        }
        for (int i = 0; i < inOrder.length; i++) {
            if (key.equals(inOrder[i].getValue())) {
                return Key.VALUES[i];
            }
        }
        return null;
    }
}
