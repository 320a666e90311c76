/** How what the library does grows with fields, versions and types. */
@NullMarked
package org.versionedobjects.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
