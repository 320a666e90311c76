/** The same work for JMH, for machines that are quiet enough for absolute times. */
@NullMarked
package org.versionedobjects.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
