package org.versionedobjects.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a test class as a build does, and tells the names of its tests and why some failed. */
final class TestRun implements TestExecutionListener {
    private final Map<String, String> tests = new LinkedHashMap<>();
    private TestPlan plan;

    static TestRun of(Class<?> testClass) {
        TestRun run = new TestRun();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .build();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getThrowable().isPresent()) {
            tests.put(
                    path(test), result.getThrowable().map(Throwable::getMessage).orElse(""));
        }
    }

    /** Returns the names of the containers below the factory and of the test: {@code corpus / nothing unused}. */
    private String path(TestIdentifier test) {
        List<String> names = new ArrayList<>();
        for (Optional<TestIdentifier> each = Optional.of(test); each.isPresent(); each = plan.getParent(each.get())) {
            names.add(0, each.get().getDisplayName());
        }
        return String.join(" / ", names.subList(Math.min(3, names.size() - 1), names.size()));
    }

    List<String> names() {
        return List.copyOf(tests.keySet());
    }

    /** Returns the messages of those that failed, by name. */
    Map<String, String> failures() {
        Map<String, String> failures = new LinkedHashMap<>(tests);
        failures.values().removeIf(String::isEmpty);
        return failures;
    }
}
