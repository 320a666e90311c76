/** Measures the library's persistence beside JDBC by hand and what else a user would pick, on H2 and PostgreSQL. */
@NullMarked
package org.versionedobjects.benchmarks.database;

import org.jspecify.annotations.NullMarked;
