package org.versionedobjects.persistence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The walls of this module. Each stands for the library's classes and falls for the classes planted in {@code planted},
 * which do what it forbids.
 */
class ArchitectureTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .importUrl(Store.class.getProtectionDomain().getCodeSource().getLocation());
    private static final JavaClasses MISTAKES =
            new ClassFileImporter().importPackages("org.versionedobjects.persistence.planted");

    private static final Pattern VENDORS =
            Pattern.compile("(?i)\\b(h2|postgres\\w*|mysql\\w*|mariadb|oracle|sqlite|sqlserver|hsqldb|derby)\\b");
    private static final Path SOURCES = Path.of("src", "main", "java");

    static Stream<Named<ArchRule>> walls() {
        return Stream.of(
                wall(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.versionedobjects.compat..", "org.versionedobjects.types..")
                        .because("a table stores fields, whatever is sent to peers")),
                wall(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                        .because("only core's json package sees Jackson")),
                wall(noClasses()
                        .that()
                        .haveNameNotMatching(".*Dialect(\\$.*)?")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.h2..", "org.postgresql..", "com.mysql..", "org.mariadb..", "org.sqlite..")
                        .because("applications bring the driver of their database")),
                wall(classes()
                        .that()
                        .arePublic()
                        .should(notShow("com.google."))
                        .because("applications choose their Guava, or none")),
                wall(classes()
                        .that()
                        .arePublic()
                        .should(beClosed())
                        .because("who extends a class that was not made for it breaks with our next release")),
                wall(noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Dialect")
                        .should()
                        .bePublic()
                        .because("a dialect is found by the connection, never chosen by an application")));
    }

    private static Named<ArchRule> wall(ArchRule rule) {
        return Named.of(rule.getDescription(), rule);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void library_standsBehindTheWall(ArchRule rule) {
        assertThatCode(() -> rule.check(LIBRARY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("walls")
    void plantedMistake_isFound(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(MISTAKES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Architecture Violation");
    }

    @Test
    void vendorWords_standInDialectsOnly() throws IOException {
        assertThat(filesWithVendorWords(SOURCES))
                .isNotEmpty()
                .allMatch(name -> name.endsWith("Dialect.java")
                        || name.equals("Dialects.java")
                        || name.equals("package-info.java"));
    }

    @Test
    void vendorWords_plantedMistake_isFound() throws IOException {
        assertThat(filesWithVendorWords(
                        Path.of("src", "test", "java", "org", "versionedobjects", "persistence", "planted")))
                .contains("PlantedStatements.java");
    }

    private static List<String> filesWithVendorWords(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> VENDORS.matcher(text(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ArchCondition<JavaClass> notShow(String forbidden) {
        return new ArchCondition<>("not show types of " + forbidden) {
            @Override
            public void check(JavaClass shown, ConditionEvents events) {
                shown.getMembers().stream()
                        .filter(ArchitectureTest::isPromise)
                        .filter(member ->
                                types(member).anyMatch(type -> type.getName().startsWith(forbidden)))
                        .forEach(member -> events.add(SimpleConditionEvent.violated(member, member.getFullName())));
            }
        };
    }

    private static boolean isPromise(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getType().getAllInvolvedRawTypes().stream();
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.concat(
                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
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
}
