package org.versionedobjects.persistence.migration;

import java.io.Console;
import java.io.PrintStream;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints how far migrations are: a bar that moves where there is a terminal, else a line every few seconds, and one when a
 * migration ends.
 */
public final class PrintedProgress implements ProgressListener {
    private final PrintStream out;
    private final boolean terminal;
    private final Every due;
    private int printed;

    private PrintedProgress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = Objects.requireNonNull(out, "out");
        this.terminal = terminal;
        this.due = terminal ? Every.blink(nanoTime) : Every.fewSeconds(nanoTime);
    }

    /** Prints to a stream. */
    public static PrintedProgress to(PrintStream out, boolean terminal) {
        return new PrintedProgress(out, terminal, System::nanoTime);
    }

    /** Prints to the standard error stream, as to a terminal if this JVM has one. */
    public static PrintedProgress toStandardError() {
        return to(System.err, isTerminal(System.console()));
    }

    static PrintedProgress to(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        return new PrintedProgress(out, terminal, nanoTime);
    }

    /** Returns whether a console is a terminal: newer JVMs have a console without one, and say so. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void progressed(Progress progress) {
        if (!due.isDue() && !progress.ended()) {
            return;
        }
        if (!terminal) {
            out.println(ProgressText.of(progress));
            return;
        }
        String bar = ProgressText.bar(progress);
        out.print("\r" + bar + " ".repeat(Math.max(0, printed - bar.length())));
        printed = bar.length();
        if (progress.ended()) {
            out.println();
            printed = 0;
        }
        out.flush();
    }
}
