/**
 * What an application has released, recorded in a lock file, and whether its code still keeps to it: the file, the
 * differences with their cures, and the checks, as plain code.
 */
@NullMarked
package org.versionedobjects.lock;

import org.jspecify.annotations.NullMarked;
