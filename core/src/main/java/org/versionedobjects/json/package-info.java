/**
 * Versioned objects as JSON in the envelope of oslo.versionedobjects. {@link org.versionedobjects.json.ObjectCodec} is the
 * entry; this is the only package that sees Jackson.
 */
@NullMarked
package org.versionedobjects.json;

import org.jspecify.annotations.NullMarked;
