/**
 * The model of versioned objects, in eight sentences.
 *
 * <p>A {@link org.versionedobjects.VersionedObject} holds {@link org.versionedobjects.Values} by
 * {@link org.versionedobjects.Field}, each unset, null or a value. It knows what each field was when it was loaded or
 * saved last, so its {@link org.versionedobjects.Changes} are exact, nested objects and collections included. Which fields
 * there are, in which order and since which {@link org.versionedobjects.Version}, its
 * {@link org.versionedobjects.ObjectType} says, which a model declares as constants. What may stand in a field, a
 * {@link org.versionedobjects.FieldType} says, and a {@link org.versionedobjects.FieldSpec} adds the options of one
 * field. Fields that several types share are a {@link org.versionedobjects.Mixin}. Types that go together form an
 * {@link org.versionedobjects.ObjectRegistry}, which finds every mistake in their definitions when it is built. A
 * {@link org.versionedobjects.VersionManifest} says which versions a peer can read. Whatever fails, fails with a
 * {@link org.versionedobjects.VersionedObjectException} that carries its {@link org.versionedobjects.Facts}.
 *
 * <p>This package imports no other of ours.
 */
@NullMarked
package org.versionedobjects;

import org.jspecify.annotations.NullMarked;
