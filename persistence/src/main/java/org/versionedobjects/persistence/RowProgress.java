package org.versionedobjects.persistence;

/**
 * How far many rows have come.
 *
 * @param rows how many were looked at
 * @param written how many of them were written
 * @param unchanged how many had nothing to write
 * @param failed how many had a conflict or were refused
 */
public record RowProgress(long rows, long written, long unchanged, long failed) {
    static final RowProgress NONE = new RowProgress(0, 0, 0, 0);

    RowProgress plus(RowResult<?> result) {
        return switch (result.outcome()) {
            case WRITTEN -> new RowProgress(rows + 1, written + 1, unchanged, failed);
            case UNCHANGED -> new RowProgress(rows + 1, written, unchanged + 1, failed);
            case CONFLICT, REFUSED -> new RowProgress(rows + 1, written, unchanged, failed + 1);
        };
    }
}
