package org.versionedobjects.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The walls of this module. Each stands for the library's classes and falls for the classes planted in {@code planted},
 * which do what it forbids.
 */
class ArchitectureTest {
    private static final String OURS = "org.versionedobjects.testing";
    private static final String PLANTED = OURS + ".planted";
    private static final JavaClasses LIBRARY = new ClassFileImporter().importUrl(output());
    private static final JavaClasses MISTAKES = new ClassFileImporter().importPackages(PLANTED);

    private static URL output() {
        try {
            return Path.of("target", "classes").toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Arguments> walls() {
        return Stream.of(
                wall(
                        "persistence only in the package for it",
                        root -> noClasses()
                                .that()
                                .resideInAPackage(root)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        OURS + ".persistence..", "org.versionedobjects.persistence..", "org.jdbi..")
                                .because("who saves nothing does not have it")),
                wall(
                        "neither Jackson nor Guava",
                        root -> noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..", "com.google..")
                                .because("applications choose their own, or none")),
                wall(
                        "public classes are closed",
                        root -> classes()
                                .that()
                                .arePublic()
                                .should(beClosed())
                                .because("who extends a class that was not made for it breaks with our next release")));
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, sealed, abstract or an interface") {
            @Override
            public void check(JavaClass shown, ConditionEvents events) {
                Class<?> loaded = shown.reflect();
                if (!Modifier.isFinal(loaded.getModifiers())
                        && !Modifier.isAbstract(loaded.getModifiers())
                        && !loaded.isSealed()) {
                    events.add(SimpleConditionEvent.violated(shown, shown.getFullName() + " can be extended"));
                }
            }
        };
    }

    private interface Wall {
        ArchRule in(String root);
    }

    private static Arguments wall(String name, Wall wall) {
        return Arguments.of(Named.of(name, wall));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void library_standsBehindTheWall(Wall wall) {
        assertThatCode(() -> wall.in(OURS).check(LIBRARY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("walls")
    void plantedMistake_isFound(Wall wall) {
        ArchRule rule = wall.in(PLANTED);

        assertThatThrownBy(() -> rule.check(MISTAKES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Architecture Violation")
                .hasMessageContaining("because");
    }
}
