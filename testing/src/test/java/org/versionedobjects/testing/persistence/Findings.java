package org.versionedobjects.testing.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** What the tests of a contract fail with, by the name of the test. */
final class Findings {
    private final Map<String, String> messages = new LinkedHashMap<>();

    private Findings() {}

    static Map<String, String> of(TableContract contract) {
        Findings findings = new Findings();
        findings.run(contract.tests());
        return findings.messages;
    }

    private void run(Stream<? extends DynamicNode> nodes) {
        nodes.forEach(node -> {
            if (node instanceof DynamicContainer container) {
                run(container.getChildren());
            } else {
                run((DynamicTest) node);
            }
        });
    }

    private void run(DynamicTest test) {
        try {
            test.getExecutable().execute();
        } catch (TestAbortedException e) {
            messages.put(test.getDisplayName(), "aborted: " + e.getMessage());
        } catch (Throwable e) {
            messages.put(test.getDisplayName(), e instanceof AssertionError ? e.getMessage() : e.toString());
        }
    }
}
