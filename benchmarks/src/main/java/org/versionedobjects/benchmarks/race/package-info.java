/** Lets contenders do the same work by turns, and compares each round with the limit. */
@NullMarked
package org.versionedobjects.benchmarks.race;

import org.jspecify.annotations.NullMarked;
