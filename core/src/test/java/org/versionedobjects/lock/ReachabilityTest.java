package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

class ReachabilityTest {
    private static final ObjectType<DynamicObject> BOLT =
            ObjectType.dynamic("demo", "Bolt").version("1.0");
    private static final ObjectType<DynamicObject> RACK = rack();
    private static final ObjectType<DynamicObject> SPARE =
            ObjectType.dynamic("demo", "Spare").version("2.1");
    private static final ObjectRegistry BOTH = ObjectRegistry.of(BOLT, RACK);
    private static final ObjectRegistry ALL = ObjectRegistry.of(BOLT, RACK, SPARE);

    @TempDir
    Path directory;

    private static ObjectType<DynamicObject> rack() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Rack");
        define.field("bolts", Types.mapOf(Types.object("demo", "Bolt")));
        return define.version("1.0");
    }

    private static VersionLock retired(VersionLock lock, LockedType.Id id) {
        SortedMap<LockedType.Id, LockedType> types = new TreeMap<>(lock.types());
        types.computeIfPresent(id, (same, type) -> new LockedType(same, true, type.versions()));
        return new VersionLock(lock.releases(), types);
    }

    @Test
    void typesThatAreRegisteredAndRecorded_areFine() {
        assertThat(Reachability.of(VersionLock.of(ALL), ALL).problems()).isEmpty();
    }

    @Test
    void recordedType_thatIsNotRegistered_isFound() {
        assertThat(Reachability.of(GrownLocks.ofReleases(ALL), BOTH).problems())
                .containsExactly(
                        "demo.Spare 2: the lock has it, but it is not registered; give its TYPE to ObjectRegistry.of,"
                                + " or retire it: "
                                + CheckCommands.MAIN_CLASS.retire() + "\"demo.Spare 2\"");
        assertThat(Reachability.of(VersionLock.of(ALL), BOTH).problems())
                .containsExactly(
                        "demo.Spare 2: the lock has it, but it is not registered; it was never released, so write the"
                                + " lock again, or give its TYPE to ObjectRegistry.of");
    }

    @Test
    void retiredType_isFine_unlessItIsRegistered() {
        VersionLock lock = retired(GrownLocks.ofReleases(ALL), new LockedType.Id("demo", "Spare", 2));

        assertThat(Reachability.of(lock, BOTH).problems()).isEmpty();
        assertThat(Reachability.of(lock, ALL).problems())
                .containsExactly(
                        "demo.Spare 2: the lock has it as retired, but it is registered; take its TYPE out of the"
                                + " registry, give it another major version, or, if it is as it was, restore it: "
                                + CheckCommands.MAIN_CLASS.restore() + "\"demo.Spare 2\"");
    }

    @Test
    void registeredType_thatIsNotRecorded_isFound() {
        assertThat(Reachability.of(VersionLock.of(BOTH), ALL).problems())
                .containsExactly("demo.Spare 2: it is registered, but the lock does not have it; write the lock again");
    }

    @Test
    void typeThatStandsInNoRoot_isFound() {
        assertThat(Reachability.of(VersionLock.of(ALL), ALL).from(RACK).problems())
                .containsExactly(
                        "demo.Spare 2: it is registered, but stands in no object of [demo.Rack 1.0]; take it out, or"
                                + " name it as a root");
        assertThat(Reachability.of(VersionLock.of(ALL), ALL).from(RACK, SPARE).problems())
                .isEmpty();
    }

    @Test
    void declaredType_thatIsNotRegistered_isFound_byItsPackage() {
        String here = ReachabilityTest.class.getPackageName();

        assertThat(Reachability.of(VersionLock.of(BOTH), BOTH).inPackages(here).problems())
                .contains("demo.Spare 2: it is declared, but not registered; give"
                        + " org.versionedobjects.lock.ReachabilityTest.SPARE to ObjectRegistry.of")
                .noneMatch(each -> each.startsWith("demo.Rack") || each.startsWith("demo.Bolt"));
        assertThat(Reachability.of(VersionLock.of(BOTH), BOTH)
                        .inPackages("org.versionedobjects.loc")
                        .problems())
                .containsExactly(
                        "there is no class in the package org.versionedobjects.loc; name one that has types in it");
    }

    /** Fails when it is initialised. */
    static final class Broken {
        static final ObjectType<DynamicObject> TYPE = broken();

        private static ObjectType<DynamicObject> broken() {
            throw new IllegalStateException("not now");
        }
    }

    @Test
    void classThatFails_isTold() {
        assertThat(Reachability.of(VersionLock.of(BOTH), BOTH)
                        .inPackages(ReachabilityTest.class.getPackageName())
                        .problems())
                .anyMatch(each -> each.startsWith(
                        "org.versionedobjects.lock.ReachabilityTest$Broken: it cannot be looked at: java.lang."));
    }

    @Test
    void classThatCannotBeLoaded_isTold_andTheOthersAreLookedAt() throws IOException {
        Path torn = Files.createDirectories(directory.resolve("torn")).resolve("Torn.class");
        Files.write(torn, new byte[] {1});
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            assertThat(Reachability.of(VersionLock.of(BOTH), BOTH)
                            .inPackages("torn", ReachabilityTest.class.getPackageName())
                            .problems())
                    .anyMatch(each -> each.startsWith("torn.Torn: it cannot be looked at: java.lang.ClassFormatError"))
                    .anyMatch(each -> each.startsWith("demo.Spare 2: it is declared, but not registered"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static final class Cog extends VersionedObject {
        private static final ObjectType.Definition<Cog> DEFINE = ObjectType.define(Cog.class, "demo", "Cog", Cog::new);
        static final ObjectType<Cog> TYPE = DEFINE.version("1.0");

        Cog() {
            super(TYPE);
        }
    }

    static final ObjectType<ObjectList<Cog>> COGS = ObjectType.listOf("demo", "Cogs", Cog.class);

    @Test
    void modelsAndListObjects_inNestedClasses_areFound() {
        assertThat(Reachability.of(VersionLock.of(BOTH), BOTH)
                        .inPackages(ReachabilityTest.class.getPackageName())
                        .problems())
                .contains(
                        "demo.Cog 1: it is declared, but not registered; give"
                                + " org.versionedobjects.lock.ReachabilityTest$Cog.TYPE to ObjectRegistry.of",
                        "demo.Cogs 1: it is declared, but not registered; give"
                                + " org.versionedobjects.lock.ReachabilityTest.COGS to ObjectRegistry.of");
    }
}
