package org.versionedobjects.lock;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.ObjectRegistry;

/** The cure of each edit put to all checks, with a corpus of the release, and released in its turn. */
class CuredChecksTest {
    @TempDir
    Path directory;

    static List<LockEdit> edits() {
        return LockEditsTest.edits();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void cure_makesAllChecksGreen_andCanBeReleased(LockEdit edit) {
        checks(edit.released()).release("1");
        VersionChecks cured = checks(edit.cured());
        edit.curedLock().types().values().stream()
                .filter(LockedType::isRetired)
                .forEach(each -> cured.retire(each.id()));

        cured.writeLock();
        cured.check();
        cured.release("2");
        cured.check();
    }

    private VersionChecks checks(ObjectRegistry code) {
        return VersionChecks.builder(code)
                .lockFile(directory.resolve("object-versions.lock.json"))
                .build();
    }
}
