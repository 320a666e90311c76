package org.versionedobjects.lock;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.versionedobjects.Version;

/**
 * Where one document of a release's corpus is, in that release's directory:
 * {@code placement.Consumer/1.1/full.json}, and beside it the same object for older peers:
 * {@code full.as-1.0.json}, {@code full.for-2025.2.json}; and what the release read of these, if that is not the object
 * itself: {@code full.back-as-1.0.json}. Immutable and thread-safe.
 *
 * @param type namespace and name, in letters that every file system takes
 * @param version the version that the release has of the type
 * @param sample which object it is: letters, digits, {@code _} and {@code -}
 * @param form empty for the release's own version, else for whom it was written: {@link CorpusForm#name}; or {@code back-}
 *     and that
 */
record CorpusFile(String type, String version, String sample, String form) implements Comparable<CorpusFile> {
    private static final String END = ".json";
    private static final String BACK = "back-";
    private static final Comparator<CorpusFile> ORDER = Comparator.comparing(CorpusFile::path);

    static CorpusFile of(LockedType.Id type, Version version, String sample, String form) {
        return new CorpusFile(directory(type), version.toString(), sample, form);
    }

    /** Returns the directory of a type: its name, with what some file system does not take as {@code %3A}. */
    static String directory(LockedType.Id type) {
        StringBuilder safe = new StringBuilder();
        for (byte each : type.qualifiedName().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (isSafe(c) || c == '.') {
                safe.append(c);
            } else {
                safe.append(String.format("%%%02X", (int) c));
            }
        }
        return safe.toString();
    }

    static boolean isSafe(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** Returns the file that a path means; empty if none of a corpus is called so. */
    static Optional<CorpusFile> parse(String path) {
        List<String> steps = Splitter.on('/').splitToList(path);
        if (steps.size() != 3 || !steps.get(2).endsWith(END)) {
            return Optional.empty();
        }
        String name = steps.get(2).substring(0, steps.get(2).length() - END.length());
        int dot = name.indexOf('.');
        return Optional.of(new CorpusFile(
                steps.get(0),
                steps.get(1),
                dot < 0 ? name : name.substring(0, dot),
                dot < 0 ? "" : name.substring(dot + 1)));
    }

    /** Returns the path, with {@code /} on every system. */
    String path() {
        return directory() + "/" + sample + (form.isEmpty() ? "" : "." + form) + END;
    }

    boolean isOwn() {
        return form.isEmpty();
    }

    /** Returns the file of the same object in the release's own version. */
    CorpusFile own() {
        return new CorpusFile(type, version, sample, "");
    }

    /** Returns whether it tells what the release read of another document. */
    boolean isBack() {
        return form.startsWith(BACK);
    }

    /** Returns the file that tells what the release read of this one. */
    CorpusFile back() {
        return new CorpusFile(type, version, sample, BACK + form);
    }

    /** Returns the file that this one tells the way back of. */
    CorpusFile there() {
        return new CorpusFile(type, version, sample, form.substring(BACK.length()));
    }

    /** Returns where the files of this type and version are. */
    String directory() {
        return type + "/" + version;
    }

    @Override
    public int compareTo(CorpusFile other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path();
    }
}
