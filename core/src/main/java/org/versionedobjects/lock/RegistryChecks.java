package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import org.versionedobjects.ObjectType;

/** Checks that the registry has every type that it should have, and none that nobody sends. */
final class RegistryChecks {
    private static final String GROUP = "registry";

    private RegistryChecks() {}

    static List<VersionCheck> of(CheckSetup setup) {
        VersionLock lock = setup.readableLock().updated(setup.registry());
        Reachability types = Reachability.of(lock, setup.registry()).telling(setup.commands());
        List<VersionCheck> checks = new ArrayList<>();
        checks.add(check("every recorded type is registered, or retired", types));
        for (String each : setup.packages()) {
            checks.add(check("every type in " + each + " is registered", types.inPackages(each)));
        }
        if (!setup.roots().isEmpty()) {
            checks.add(check(
                    "every type stands in an object of a root",
                    types.from(setup.roots().toArray(ObjectType<?>[]::new))));
        }
        return checks;
    }

    private static VersionCheck check(String name, Reachability types) {
        return new VersionCheck(
                GROUP,
                name,
                () -> types.problems().stream().map(VersionProblem::ofSentence).toList());
    }
}
