package org.versionedobjects.persistence.migration;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The command line of an application's migrations.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *   System.exit(OnlineMigrations.main(runner(), arguments));
 * }
 * }</pre>
 */
public final class OnlineMigrations {
    /** The exit code of arguments that are none. */
    public static final int BAD_ARGUMENT = 127;

    private static final String USAGE = """
        Options:
          --max-count N   end when N rows are migrated; without it, when nothing is left to do
          --batch N       migrate N rows in each transaction
          --only NAME     run this migration alone; may be given several times
          --dry-run       write nothing, and tell what would be done
          --help          tell this

        Exit codes: 0 all is done; 1 there may be more to do, run it again; 2 there were failures, and in the last
        round nothing else could be done; 127 an argument is none.

        Migrations:
        """;

    private final PrintStream out;
    private final PrintStream err;

    private OnlineMigrations(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs migrations as the arguments say, shows progress on the standard error stream and the numbers on the standard
     * output stream.
     *
     * @param runner what runs if there are no arguments
     * @return the exit code
     */
    public static int main(MigrationRunner runner, String... arguments) {
        return new OnlineMigrations(System.out, System.err)
                .run(runner, PrintedProgress.toStandardError(), List.of(arguments));
    }

    /**
     * Runs migrations as the arguments say.
     *
     * @param out where the numbers are printed
     * @param err where progress, failures and mistakes in the arguments are printed
     * @param terminal whether that is a terminal
     * @return the exit code
     */
    public static int run(
            MigrationRunner runner, PrintStream out, PrintStream err, boolean terminal, String... arguments) {
        return new OnlineMigrations(out, err).run(runner, PrintedProgress.to(err, terminal), List.of(arguments));
    }

    /** What the arguments say. */
    private static final class Arguments {
        private OptionalLong maxCount = OptionalLong.empty();
        private OptionalInt batch = OptionalInt.empty();
        private final List<String> only = new ArrayList<>();
        private boolean dry;
        private boolean help;

        static Arguments parse(List<String> given) {
            Arguments parsed = new Arguments();
            List<String> left = new ArrayList<>();
            for (String each : given) {
                int equals = each.startsWith("--") ? each.indexOf('=') : -1;
                left.add(equals < 0 ? each : each.substring(0, equals));
                if (equals >= 0) {
                    left.add(each.substring(equals + 1));
                }
            }
            while (!left.isEmpty()) {
                parsed.take(left.remove(0), left);
            }
            return parsed;
        }

        private void take(String option, List<String> rest) {
            switch (option) {
                case "--max-count" -> maxCount = OptionalLong.of(number(option, rest, Long.MAX_VALUE));
                case "--batch" -> batch = OptionalInt.of((int) number(option, rest, Integer.MAX_VALUE));
                case "--only" -> only.add(value(option, rest));
                case "--dry-run" -> dry = true;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("there is no option " + option);
            }
        }

        private static String value(String option, List<String> rest) {
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return rest.remove(0);
        }

        private static long number(String option, List<String> rest, long most) {
            String text = value(option, rest);
            try {
                long number = Long.parseLong(text);
                if (number >= 1 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new IllegalArgumentException(option + " needs a number from 1 to " + most + ", not " + text);
        }
    }

    private int run(MigrationRunner runner, ProgressListener progress, List<String> given) {
        MigrationRunner.Builder builder = runner.toBuilder().listener(progress);
        try {
            Arguments arguments = Arguments.parse(given);
            if (arguments.help) {
                printUsage(out, runner);
                return 0;
            }
            arguments.maxCount.ifPresent(builder::maxCount);
            arguments.batch.ifPresent(builder::batch);
            if (!arguments.only.isEmpty()) {
                builder.only(arguments.only);
            }
            if (arguments.dry) {
                builder.dryRun();
            }
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            printUsage(err, runner);
            return BAD_ARGUMENT;
        }
        RunReport report = builder.build().run();
        print(report);
        return report.exitCode();
    }

    private static void printUsage(PrintStream to, MigrationRunner runner) {
        to.print(USAGE);
        runner.migrations().forEach(migration -> to.println("  " + migration.name() + ": " + migration.description()));
    }

    private void print(RunReport report) {
        int width = report.migrations().stream()
                .mapToInt(each -> each.name().length())
                .max()
                .orElse(0);
        String layout = "%-" + Math.max(width, "Migration".length()) + "s %10s %10s %10s%n";
        out.printf(Locale.ROOT, layout, "Migration", "Found", report.dry() ? "Would do" : "Done", "Left");
        for (MigrationReport each : report.migrations()) {
            out.printf(Locale.ROOT, layout, each.name(), each.found(), each.done(), each.left());
            each.failures().forEach(failure -> err.println(each.name() + ": " + failure));
            if (each.failed() > each.failures().size()) {
                err.println(
                        each.name() + ": " + (each.failed() - each.failures().size()) + " more failures");
            }
        }
        out.println(report.dry() ? "Nothing was written." : conclusion(report.outcome()));
    }

    private static String conclusion(RunReport.Outcome outcome) {
        return switch (outcome) {
            case DONE -> "All is done.";
            case MORE -> "There may be more to do: run it again.";
            case FAILED -> "There were failures, and nothing else could be done.";
        };
    }
}
