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

    EnvelopeKeys(String serialNamespace) {
        this.prefix = serialNamespace;
        this.name = new SerializedString(serialNamespace + ".name");
        this.namespace = new SerializedString(serialNamespace + ".namespace");
        this.version = new SerializedString(serialNamespace + ".version");
        this.data = new SerializedString(serialNamespace + ".data");
        this.changes = new SerializedString(serialNamespace + ".changes");
    }

    /** Which of the five a key is. */
    enum Key {
        NAME,
        NAMESPACE,
        VERSION,
        DATA,
        CHANGES
    }

    @Nullable
    Key find(String key) {
        if (key.equals(name.getValue())) {
            return Key.NAME;
        }
        if (key.equals(namespace.getValue())) {
            return Key.NAMESPACE;
        }
        if (key.equals(version.getValue())) {
            return Key.VERSION;
        }
        if (key.equals(data.getValue())) {
            return Key.DATA;
        }
        return key.equals(changes.getValue()) ? Key.CHANGES : null;
    }
}
