/**
 * What an older version of a type looks like, and which version of a nested object goes with it. Everything here follows
 * from the declared history; nothing is written by hand.
 */
@NullMarked
package org.versionedobjects.compat;

import org.jspecify.annotations.NullMarked;
