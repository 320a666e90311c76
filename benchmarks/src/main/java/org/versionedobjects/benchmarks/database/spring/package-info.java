/** The consumer as aggregates of Spring Data JDBC, which fills them, so null is not tracked here. */
package org.versionedobjects.benchmarks.database.spring;
