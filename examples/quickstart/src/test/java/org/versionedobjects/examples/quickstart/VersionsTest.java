package org.versionedobjects.examples.quickstart;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.versionedobjects.testing.VersionTests;

class VersionsTest {
    @TestFactory
    Stream<DynamicNode> versions() {
        return VersionTests.of(QuickstartTypes.REGISTRY).tests();
    }
}
