/**
 * What the real oslo.versionedobjects did, done again by this library. The cases stand in the test resources; each passes,
 * or is listed there with the reason why not.
 */
package org.versionedobjects.golden;
