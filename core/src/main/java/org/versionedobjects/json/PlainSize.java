package org.versionedobjects.json;

/**
 * Counts about how long plain maps and lists are as JSON. They are in memory already, but a part that is in two places is
 * read and written twice, and its parts in two places four times. Confined to one document.
 */
final class PlainSize {
    private static final int QUOTES = 2;

    private final Limits limits;
    private long size;

    PlainSize(Limits limits) {
        this.limits = limits;
    }

    void addContainer() {
        add(2);
    }

    void addName(String name) {
        add(name.length() + QUOTES + 1L);
    }

    void addText(int characters) {
        add(characters + (long) QUOTES);
    }

    void addOther() {
        add(1);
    }

    private void add(long more) {
        size += more;
        limits.checkDocument(size);
    }
}
