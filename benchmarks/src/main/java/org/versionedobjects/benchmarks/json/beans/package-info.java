/** The consumer as beans, as a user of databind writes them; libraries fill them, so null is not tracked here. */
package org.versionedobjects.benchmarks.json.beans;
