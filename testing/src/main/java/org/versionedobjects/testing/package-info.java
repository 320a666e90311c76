/**
 * For the tests of applications: assertions on objects and on what the library throws.
 *
 * <p>{@link org.versionedobjects.testing.VersionedObjectAssertions} is imported statically beside AssertJ's own
 * {@code Assertions}. What is about databases is in the package {@code testing.persistence}, so that this one works where
 * nothing is saved.
 */
@NullMarked
package org.versionedobjects.testing;

import org.jspecify.annotations.NullMarked;
