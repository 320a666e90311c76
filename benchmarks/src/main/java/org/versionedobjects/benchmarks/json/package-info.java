/** Writing and reading the examples' consumer as JSON: the library, code by hand, and the libraries a user would pick instead. */
@NullMarked
package org.versionedobjects.benchmarks.json;

import org.jspecify.annotations.NullMarked;
