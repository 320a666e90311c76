package org.versionedobjects.lock;

import java.io.PrintStream;
import java.util.List;

/**
 * Something that {@link VersionCommand} can be asked to do. Immutable.
 *
 * @param name the word that asks for it
 * @param takes what follows the word; what is in brackets may be left out
 * @param about what it does, as a clause
 * @param doing does it
 */
record CommandAction(String name, List<String> takes, String about, Doing doing) {
    /** What an action does with the words that follow it; what keeps it from that it throws. */
    @FunctionalInterface
    interface Doing {
        /** Returns whether all is well. */
        boolean run(CommandOptions options, PrintStream out);
    }

    static CommandAction of(String name, List<String> takes, String about, Doing doing) {
        return new CommandAction(name, takes, about, doing);
    }

    boolean run(CommandOptions options, PrintStream out) {
        return doing.run(options, out);
    }

    boolean takes(int count) {
        long least = takes.stream().filter(each -> !each.startsWith("[")).count();
        return count >= least && count <= takes.size();
    }

    String usage() {
        return takes.isEmpty() ? name : name + " " + String.join(" ", takes);
    }
}
