/**
 * For the tests of applications. What is about databases is in the package {@code testing.persistence}, so that this one
 * works where nothing is saved.
 */
@NullMarked
package org.versionedobjects.testing;

import org.jspecify.annotations.NullMarked;
