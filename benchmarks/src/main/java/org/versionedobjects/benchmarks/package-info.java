/** Measures the library beside code written by hand for the same work. */
@NullMarked
package org.versionedobjects.benchmarks;

import org.jspecify.annotations.NullMarked;
