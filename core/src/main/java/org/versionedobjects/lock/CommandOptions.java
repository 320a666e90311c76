package org.versionedobjects.lock;

import com.google.common.base.Splitter;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.Profile;
import org.versionedobjects.json.ObjectCodec;

/**
 * What a command line says, apart from what is to be done. Immutable.
 *
 * @param words what is no option
 * @param values the options by name
 */
record CommandOptions(List<String> words, Map<String, String> values) {
    static final List<String> USAGE = List.of(
            "Options:",
            "  --types CLASS        has a public static ObjectRegistry, as a field or a method; else ObjectRegistry.load()",
            "  --lock FILE          object-versions.lock.json",
            "  --corpus DIRECTORY   object-corpus beside the lock file",
            "  --packages NAMES     in which every type must be registered, by commas",
            "  --out FILE           where changelog or matrix goes; else standard output",
            "  --profile OSLO       for peers in Python",
            "  --namespace PREFIX   what stands before the dot in the keys of envelopes");
    private static final List<String> KNOWN =
            List.of("--types", "--lock", "--corpus", "--packages", "--out", "--profile", "--namespace");

    /** A command line that says nothing that can be done. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotUnderstood(String message) {
            super(message);
        }

        NotUnderstood(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static CommandOptions parse(String... args) {
        List<String> words = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                words.add(args[i]);
            } else if (!KNOWN.contains(args[i]) || i + 1 == args.length) {
                throw new NotUnderstood(
                        KNOWN.contains(args[i]) ? args[i] + " needs a value." : "There is no option " + args[i] + ".");
            } else {
                values.put(args[i], args[++i]);
            }
        }
        return new CommandOptions(words, values);
    }

    private Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** Returns the action or, from 1 on, what it takes. */
    String word(int index) {
        return words.get(index);
    }

    Path lockFile() {
        return path("--lock").orElse(VersionChecks.LOCK_FILE);
    }

    Optional<Path> outFile() {
        return path("--out");
    }

    private Optional<Path> path(String option) {
        try {
            return value(option).map(Path::of);
        } catch (InvalidPathException e) {
            throw new NotUnderstood("The value of " + option + " is no path: " + e.getMessage(), e);
        }
    }

    /** Returns what the lock file says; unlike {@link #checks} this needs no types. */
    VersionLock lock() {
        return VersionLock.read(lockFile());
    }

    VersionChecks checks() {
        try {
            return builtChecks();
        } catch (IllegalArgumentException e) { // a prefix or a path that is none
            throw new NotUnderstood(String.valueOf(e.getMessage()), e);
        }
    }

    private VersionChecks builtChecks() {
        ObjectCodec.Builder codec = ObjectCodec.builder(registry());
        value("--namespace").ifPresent(codec::serialNamespace);
        value("--profile").map(CommandOptions::profile).ifPresent(codec::profile);
        VersionChecks.Builder checks = VersionChecks.builder(codec.build());
        checks.lockFile(lockFile());
        path("--corpus").ifPresent(checks::corpus);
        value("--packages")
                .map(Splitter.on(',')::splitToList)
                .ifPresent(names -> checks.packages(names.toArray(String[]::new)));
        return checks.build();
    }

    private static Profile profile(String name) {
        try {
            return Profile.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("There is no profile " + name + ".", e);
        }
    }

    ObjectRegistry registry() {
        return value("--types").map(CommandOptions::registryIn).orElseGet(() -> ObjectRegistry.load(loader()));
    }

    private static @Nullable ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    private static ObjectRegistry registryIn(String className) {
        try {
            Class<?> holder = Class.forName(className, true, loader());
            for (Field each : holder.getFields()) {
                if (isOffered(each, each.getType()) && each.get(null) instanceof ObjectRegistry found) {
                    return found;
                }
            }
            for (Method each : holder.getMethods()) {
                if (isOffered(each, each.getReturnType())
                        && each.getParameterCount() == 0
                        && each.invoke(null) instanceof ObjectRegistry found) {
                    return found;
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) { // it is not there, or fails when it is initialised
            throw new NotUnderstood("The class " + className + " gives no registry: " + reason(e), e);
        }
        throw new NotUnderstood(
                "The class " + className + " has no public static field or method that is an ObjectRegistry.");
    }

    /** Returns what an initialiser or a method threw, which the JVM wraps. */
    private static Throwable reason(Throwable thrown) {
        Throwable reason = thrown;
        while ((reason instanceof LinkageError || reason instanceof InvocationTargetException)
                && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }

    private static boolean isOffered(Member member, Class<?> type) {
        return Modifier.isStatic(member.getModifiers()) && type == ObjectRegistry.class;
    }
}
