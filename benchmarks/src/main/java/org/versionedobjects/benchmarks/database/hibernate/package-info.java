/** The consumer as entities of Hibernate, which fills them, so null is not tracked here. */
package org.versionedobjects.benchmarks.database.hibernate;
