/** Keeping track of what changed, and what that takes in memory. */
@NullMarked
package org.versionedobjects.benchmarks.state;

import org.jspecify.annotations.NullMarked;
