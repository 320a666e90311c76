package org.versionedobjects.persistence;

/**
 * What a store thinks of lazy loading.
 *
 * @param strict whether it is refused
 * @param loads where it is counted
 */
record LazyRules(boolean strict, LazyLoads loads) {
    /** Of those that read for no store's user. */
    static final LazyRules NONE = new LazyRules(false, new LazyLoads());

    LazyRules asStrict() {
        return new LazyRules(true, loads);
    }
}
