/**
 * A consumer goes the whole way: read from an envelope that oslo wrote, saved, changed under the eyes of others, sent to an
 * older peer. Start with {@link org.versionedobjects.examples.quickstart.Quickstart}.
 */
@NullMarked
package org.versionedobjects.examples.quickstart;

import org.jspecify.annotations.NullMarked;
