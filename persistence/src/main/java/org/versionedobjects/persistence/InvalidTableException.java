package org.versionedobjects.persistence;

import java.util.List;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/** All that is wrong with the mapping of a table, or with a set of tables, thrown together when it is built. */
public final class InvalidTableException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidTableException(String what, List<String> problems) {
        super(Facts.problem(sentence(what, problems)), null);
        this.problems = List.copyOf(problems);
    }

    private static String sentence(String what, List<String> problems) {
        String count = problems.size() == 1 ? "has a problem" : "has " + problems.size() + " problems";
        return what + " " + count + ":\n  - " + String.join("\n  - ", problems);
    }

    /** Returns the problems, a sentence each, in the order in which they were found. */
    public List<String> problems() {
        return problems;
    }
}
