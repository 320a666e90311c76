package org.versionedobjects.lock;

import java.util.List;
import java.util.stream.Collectors;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/**
 * The code and its lock file do not go together, or a release cannot be recorded: all problems, each with its cure.
 */
public final class VersionCheckException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a list that can be serialised
    private final List<VersionProblem> problems;

    VersionCheckException(List<VersionProblem> problems) {
        super(Facts.problem(sentence(problems)), null);
        this.problems = List.copyOf(problems);
    }

    static void throwIfAny(List<VersionProblem> problems) {
        if (!problems.isEmpty()) {
            throw new VersionCheckException(problems);
        }
    }

    private static String sentence(List<VersionProblem> problems) {
        return (problems.size() == 1 ? "1 problem:" : problems.size() + " problems:")
                + problems.stream().map(each -> "\n  - " + each).collect(Collectors.joining());
    }

    /** Returns the problems in the order in which they were found. */
    public List<VersionProblem> problems() {
        return problems;
    }
}
