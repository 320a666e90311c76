package org.versionedobjects;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * All that is wrong with a type, a mixin or a registry, thrown together and thrown again each time the thing is used:
 * a definition itself never throws, so that a mistake does not hide behind {@link ExceptionInInitializerError}.
 */
public final class InvalidDefinitionException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    private final ImmutableList<String> problems;

    InvalidDefinitionException(String what, List<String> problems) {
        super(Facts.problem(sentence(what, problems)), null);
        this.problems = ImmutableList.copyOf(problems);
    }

    private static String sentence(String what, List<String> problems) {
        String count = problems.size() == 1 ? "has a problem" : "has " + problems.size() + " problems";
        return what + " " + count + ":\n  - " + String.join("\n  - ", problems);
    }

    /** Returns the problems, one sentence each, in the order in which they were found. */
    public List<String> problems() {
        return problems;
    }
}
