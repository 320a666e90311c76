/**
 * The domain of OpenStack's placement: who consumes how much of what, counted so that never more is given than there is,
 * whatever happens at the same time. Plain Java on four databases. Start with {@link
 * org.versionedobjects.examples.placement.ReplaceAllocations}; what it stands on is {@link
 * org.versionedobjects.examples.placement.EnsureConsumer}, and the tables are in {@link
 * org.versionedobjects.examples.placement.PlacementTables}.
 */
@NullMarked
package org.versionedobjects.examples.placement;

import org.jspecify.annotations.NullMarked;
