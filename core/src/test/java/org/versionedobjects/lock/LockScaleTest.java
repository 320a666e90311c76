package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.Version;
import org.versionedobjects.types.Types;

/**
 * Twice as many types, or versions, are twice the work. Steps are counted where a field type sees them, and bytes that are
 * allocated elsewhere, since every entry that is built, written or read allocates. Time is not measured.
 */
class LockScaleTest {
    private static final int TYPES = 60;
    private static final int VERSIONS = 10;

    /** Text that counts how often it is described. */
    private record Counted(AtomicLong count) implements FieldType<String> {
        @Override
        public String describe() {
            return "counted";
        }

        @Override
        public String accept(String value) {
            return value;
        }

        @Override
        public String coerce(@Nullable Object value) {
            return String.valueOf(value);
        }

        @Override
        public void write(String value, ValueWriter out) {
            out.writeText(value);
        }

        @Override
        public String read(ValueReader in) {
            return in.readText();
        }

        @Override
        public TypeDescription description(ReferenceNames names) {
            count.incrementAndGet();
            return TypeDescription.of("counted");
        }
    }

    /** Returns types that each refer to the next, with a field that stays and one that changes its name in each version. */
    static ObjectRegistry registry(int types, int versions, AtomicLong count) {
        List<ObjectType<?>> made = new ArrayList<>();
        for (int i = 0; i < types; i++) {
            ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Type" + i);
            define.field("next", Types.object("demo", "Type" + (i + 1) % types).nullable());
            define.field("stays", new Counted(count));
            for (int version = 0; version < versions - 1; version++) {
                define.field(
                        "field_" + version,
                        Types.string().maxLength(255).since("1." + version).removedIn("1." + (version + 1)));
            }
            made.add(define.version("1." + (versions - 1)));
        }
        return ObjectRegistry.of(made);
    }

    /** What is done with locks. */
    private enum Work {
        DEFINE,
        BUILD,
        WRITE,
        READ,
        REBUILD,
        UPDATE,
        RELEASE,
        COMPARE,
        COMPARE_RELEASES,
        MATRIX;

        Supplier<?> on(int types, int versions) {
            Supplier<ObjectRegistry> define = () -> registry(types, versions, new AtomicLong());
            if (this == DEFINE) {
                return define;
            }
            ObjectRegistry registry = define.get();
            VersionLock lock = VersionLock.of(registry).released("1");
            String text = lock.toJson();
            SortedMap<LockedType.Id, Version> newest = new TreeMap<>();
            lock.types().forEach((id, type) -> newest.put(id, type.newest().version()));
            return switch (this) {
                case BUILD -> () -> VersionLock.of(registry);
                case WRITE -> lock::toJson;
                case READ -> () -> VersionLock.parse(text);
                case REBUILD -> () -> lock.registryAt(newest);
                case UPDATE -> () -> lock.updated(registry);
                case COMPARE -> () -> LockDiff.of(lock, registry);
                case COMPARE_RELEASES ->
                    () -> ReleaseDiff.between(VersionLock.empty(), lock).toMarkdown();
                case MATRIX -> () -> Compatibility.of(lock).toHtml();
                default -> () -> lock.released("2");
            };
        }
    }

    private static long allocated(Supplier<?> work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            assertThat(work.get()).isNotNull();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(work.get()).isNotNull();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void twiceTheTypes_isTwiceTheWork(Work work) {
        double once = allocated(work.on(TYPES, VERSIONS));
        double twice = allocated(work.on(2 * TYPES, VERSIONS));
        double fourTimes = allocated(work.on(4 * TYPES, VERSIONS));

        assertThat(twice / once).isLessThan(2.4);
        assertThat(fourTimes / twice).isLessThan(2.4);
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void twiceTheVersions_isTwiceTheWork(Work work) {
        double once = allocated(work.on(TYPES / 4, 2 * VERSIONS));
        double twice = allocated(work.on(TYPES / 4, 4 * VERSIONS));

        assertThat(twice / once).isLessThan(2.4);
    }

    @Test
    void eachField_isDescribedOncePerVersion() {
        AtomicLong count = new AtomicLong();

        VersionLock.of(registry(TYPES, VERSIONS, count));

        assertThat(count).hasValue(TYPES * VERSIONS);
    }

    @Test
    void fiveHundredTypesOfFortyVersions_areEachDescribedOnceMoreToBeCompared() {
        AtomicLong count = new AtomicLong();
        ObjectRegistry registry = registry(500, 40, count);
        VersionLock lock = VersionLock.of(registry).released("1");

        assertThat(LockDiff.of(lock, registry)).isEmpty();

        assertThat(count).hasValue(2 * 500 * 40);
    }

    @Test
    void theText_growsWithWhatItSays() {
        long once = VersionLock.of(registry(TYPES, VERSIONS, new AtomicLong()))
                .toJson()
                .lines()
                .count();
        long twice = VersionLock.of(registry(2 * TYPES, VERSIONS, new AtomicLong()))
                .toJson()
                .lines()
                .count();

        assertThat(twice - once).isBetween(once - 10, once);
    }
}
