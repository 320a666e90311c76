package org.versionedobjects.lock;

import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;

/**
 * Whether every type is where it belongs: in the registry and in the lock, and, if asked, whether every type that is
 * declared in some packages is registered, and every registered one stands in an object of some roots.
 *
 * <p>Immutable and thread-safe.
 */
public final class Reachability {
    private final VersionLock lock;
    private final ObjectRegistry code;
    private final List<String> packages;
    private final List<ObjectType<?>> roots;
    private final CheckCommands commands;

    private Reachability(
            VersionLock lock,
            ObjectRegistry code,
            List<String> packages,
            List<ObjectType<?>> roots,
            CheckCommands commands) {
        this.lock = Objects.requireNonNull(lock, "lock");
        this.code = Objects.requireNonNull(code, "code");
        this.packages = packages;
        this.roots = roots;
        this.commands = commands;
    }

    /** Returns the types of a registry, and those of a lock. */
    public static Reachability of(VersionLock lock, ObjectRegistry code) {
        return new Reachability(lock, code, List.of(), List.of(), CheckCommands.MAIN_CLASS);
    }

    /**
     * Returns the same, with a problem for each type that a class of these packages, or of packages in them, keeps in a
     * static field and that is not registered. Classes with such fields are initialised, others are not.
     */
    public Reachability inPackages(String... names) {
        return new Reachability(lock, code, List.copyOf(Arrays.asList(names)), roots, commands);
    }

    /** Returns the same, with a problem for each registered type that is none of these and stands, at any depth, in none. */
    public Reachability from(ObjectType<?>... types) {
        return new Reachability(lock, code, packages, List.copyOf(Arrays.asList(types)), commands);
    }

    /** Returns the same, with other commands in what it says. */
    Reachability telling(CheckCommands newCommands) {
        return new Reachability(lock, code, packages, roots, newCommands);
    }

    /** Returns what is wrong, a sentence each with what to do; empty if nothing is. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        lock.types().values().forEach(each -> checkRegistered(each, problems));
        code.types().forEach(each -> checkRecorded(each, problems));
        checkRoots(problems);
        if (!packages.isEmpty()) {
            checkPackages(problems);
        }
        return Collections.unmodifiableList(problems);
    }

    private void checkRegistered(LockedType type, List<String> problems) {
        LockedType.Id id = type.id();
        boolean isRegistered = code.find(id.namespace(), id.name(), id.major()).isPresent();
        if (isRegistered && type.isRetired()) {
            problems.add(id
                    + ": the lock has it as retired, but it is registered; take its TYPE out of the registry, give it"
                    + " another major version, or, if it is as it was, restore it: "
                    + commands.restoring(id));
        } else if (!isRegistered && !type.isRetired()) {
            problems.add(id + ": the lock has it, but it is not registered; "
                    + (lock.newestReleased(id).isPresent()
                            ? "give its TYPE to ObjectRegistry.of, or retire it: " + commands.retiring(id)
                            : "it was never released, so write the lock again, or give its TYPE to ObjectRegistry.of"));
        }
    }

    private void checkRecorded(ObjectType<?> type, List<String> problems) {
        if (lock.find(LockBuilder.id(type)).isEmpty()) {
            problems.add(
                    LockBuilder.id(type) + ": it is registered, but the lock does not have it; write the lock again");
        }
    }

    private void checkRoots(List<String> problems) {
        if (roots.isEmpty()) {
            return;
        }
        NestedTypes nested = new NestedTypes(code);
        Set<ObjectType<?>> reached = new HashSet<>();
        roots.forEach(each -> reached.addAll(nested.within(each)));
        code.types().stream()
                .filter(each -> !reached.contains(each))
                .forEach(each -> problems.add(LockBuilder.id(each) + ": it is registered, but stands in no object of "
                        + roots + "; take it out, or name it as a root"));
    }

    private void checkPackages(List<String> problems) {
        List<ClassPath.ClassInfo> classes = classes();
        for (String name : packages) {
            if (classes.stream().noneMatch(each -> isIn(each.getPackageName(), name))) {
                problems.add("there is no class in the package " + name + "; name one that has types in it");
            }
        }
        for (ClassPath.ClassInfo each : classes) {
            try {
                checkClass(each.load(), problems);
            } catch (LinkageError e) { // it is none, fails, or needs what is not there
                problems.add(each.getName() + ": it cannot be looked at: " + e);
            }
        }
    }

    private void checkClass(Class<?> owner, List<String> problems) {
        for (Field field : owner.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ObjectType.class) {
                checkDeclared(owner, field, problems);
            }
        }
    }

    private List<ClassPath.ClassInfo> classes() {
        try {
            return ClassPath.from(loader()).getAllClasses().stream()
                    .filter(each -> packages.stream().anyMatch(name -> isIn(each.getPackageName(), name)))
                    .sorted(Comparator.comparing(ClassPath.ClassInfo::getName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    private static boolean isIn(String found, String wanted) {
        return found.equals(wanted) || found.startsWith(wanted + ".");
    }

    private void checkDeclared(Class<?> owner, Field field, List<String> problems) {
        String name = owner.getName() + "." + field.getName();
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            if (value instanceof ObjectType<?> type && !code.contains(type)) {
                problems.add(LockBuilder.id(type) + ": it is declared, but not registered; give " + name
                        + " to ObjectRegistry.of");
            }
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            problems.add(name + ": it cannot be looked at; open its package to org.versionedobjects.core");
        }
    }
}
