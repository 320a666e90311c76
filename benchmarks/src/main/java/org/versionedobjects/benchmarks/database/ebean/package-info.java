/** The consumer as beans of Ebean, which are enhanced when this module is built; Ebean fills them, so null is not tracked. */
package org.versionedobjects.benchmarks.database.ebean;
