/**
 * For the tests of applications that save objects: assertions on conflicts, and the tests that a table should pass.
 *
 * <p>This package needs the module {@code persistence}, which applications bring, as they do JDBI.
 */
@NullMarked
package org.versionedobjects.testing.persistence;

import org.jspecify.annotations.NullMarked;
