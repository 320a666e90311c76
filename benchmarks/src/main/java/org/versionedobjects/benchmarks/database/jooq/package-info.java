/** The tables of the examples as jOOQ's generator describes them, written by hand. */
@NullMarked
package org.versionedobjects.benchmarks.database.jooq;

import org.jspecify.annotations.NullMarked;
