/**
 * The field types that come with the library, by the static factories of {@link org.versionedobjects.types.Types}, and
 * mixins that many models want.
 */
@NullMarked
package org.versionedobjects.types;

import org.jspecify.annotations.NullMarked;
