package org.versionedobjects.lock;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.versionedobjects.VersionedObjectException;

/**
 * The checks and what writes their files, as a command: {@code java -cp … org.versionedobjects.lock.VersionCommand check}.
 * Without arguments it tells what it takes.
 *
 * <p>What only reads the lock file ({@code changelog}, {@code matrix}) needs no types.
 *
 * <p>It ends with 0 if all went well, 1 if something is wrong with the versions, 2 if the command is not understood.
 */
public final class VersionCommand {
    private static final int WRONG = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final List<CommandAction> ACTIONS = List.of(
            CommandAction.of("check", List.of(), "run all checks", CommandActions::check),
            CommandAction.of("write", List.of(), "write what is in the making to the lock file", CommandActions::write),
            CommandAction.of(
                    "release", List.of("NAME"), "record a release in lock file and corpus", CommandActions::release),
            CommandAction.of(
                    "retire",
                    List.of("TYPE"),
                    "record that a type is gone: placement.Consumer 1",
                    CommandActions::retire),
            CommandAction.of(
                    "restore", List.of("TYPE"), "record that a retired type is there again", CommandActions::restore),
            CommandAction.of(
                    "diff", List.of(), "tell what differs from what was released, and the cure", CommandActions::diff),
            CommandAction.of(
                    "children",
                    List.of(),
                    "tell the child table that each field of objects should have",
                    CommandActions::children),
            CommandAction.of(
                    "changelog",
                    List.of("OLDER", "NEWER"),
                    "tell in Markdown what changed between two releases",
                    CommandActions::changelog),
            CommandAction.of(
                    "matrix", List.of(), "tell in HTML which release can talk to which", CommandActions::matrix));

    private VersionCommand() {}

    /** Runs the command and ends the JVM. */
    public static void main(String... args) {
        System.exit(run(args, System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @param args an action, what it takes, and options, in any order
     * @param out gets what was done
     * @param err gets what is wrong
     * @return 0, 1 or 2, as above
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        try {
            CommandOptions options = CommandOptions.parse(args);
            return action(options.words()).run(options, out) ? 0 : WRONG;
        } catch (CommandOptions.NotUnderstood e) {
            err.println(e.getMessage());
            err.println(usage());
            return NOT_UNDERSTOOD;
        } catch (VersionedObjectException e) {
            err.println(e.getMessage());
            return WRONG;
        }
    }

    private static CommandAction action(List<String> words) {
        if (words.isEmpty()) {
            throw new CommandOptions.NotUnderstood("There is no action.");
        }
        CommandAction action = ACTIONS.stream()
                .filter(each -> each.name().equals(words.get(0)))
                .findFirst()
                .orElseThrow(() -> new CommandOptions.NotUnderstood("There is no action " + words.get(0) + "."));
        if (!action.takes(words.size() - 1)) {
            throw new CommandOptions.NotUnderstood("It is: " + action.usage() + ".");
        }
        return action;
    }

    private static String usage() {
        List<String> lines =
                new ArrayList<>(List.of("Usage: java -cp … " + VersionCommand.class.getName() + " [options] action"));
        ACTIONS.forEach(each -> lines.add(String.format("  %-22s %s", each.usage(), each.about())));
        lines.addAll(CommandOptions.USAGE);
        return String.join(System.lineSeparator(), lines);
    }
}
