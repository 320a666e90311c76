/** Keeps what races showed, and tells it: a page and a picture. */
@NullMarked
package org.versionedobjects.benchmarks.report;

import org.jspecify.annotations.NullMarked;
