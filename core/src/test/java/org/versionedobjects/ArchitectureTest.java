package org.versionedobjects;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.json.ObjectCodec;

/**
 * The walls of the house. Each stands for the library's classes and falls for the classes planted below {@code planted},
 * which do what it forbids.
 */
class ArchitectureTest {
    private static final String OURS = "org.versionedobjects";
    private static final String PLANTED = OURS + ".planted";
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .importUrl(ObjectCodec.class.getProtectionDomain().getCodeSource().getLocation());
    private static final JavaClasses MISTAKES = new ClassFileImporter().importPackages(PLANTED);

    static Stream<Arguments> walls() {
        return Stream.of(
                wall(
                        "root imports none of ours",
                        root -> imports(root, "", "").because("the model is what all else is about")),
                wall(
                        "types imports root",
                        root -> imports(root, ".types", "")
                                .because("field types are used by the codec through FieldType only")),
                wall(
                        "compat imports root",
                        root -> imports(root, ".compat", "")
                                .because("which version a peer gets does not depend on the form it is sent in")),
                wall(
                        "json imports compat and root",
                        root -> imports(root, ".json", ".compat", "")
                                .because("a codec sees field types as an application's own ones are seen")),
                wall(
                        "lock imports json, compat, types and root",
                        root -> imports(root, ".lock", ".json", ".compat", ".types", "")
                                .because("the checks are plain code that runs without a test library")),
                wall(
                        "no package cycles",
                        root -> slices().assignedFrom(packages())
                                .should()
                                .beFreeOfCycles()
                                .because("packages are read one after the other")),
                wall(
                        "Jackson only in json",
                        root -> noClasses()
                                .that()
                                .resideOutsideOfPackage(root + ".json")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                                .because("another codec must be possible beside it")),
                wall(
                        "no Guava in public signatures",
                        root -> ArchRuleDefinition.classes()
                                .that()
                                .arePublic()
                                .should(notShow("com.google."))
                                .because("applications choose their Guava, or none")),
                wall(
                        "no Jackson in public signatures",
                        root -> ArchRuleDefinition.classes()
                                .that()
                                .arePublic()
                                .and()
                                .resideOutsideOfPackage(root + ".json")
                                .should(notShow("tools.jackson."))
                                .because("a model does not know how it is sent")),
                wall(
                        "public classes are closed",
                        root -> ArchRuleDefinition.classes()
                                .that()
                                .arePublic()
                                .should(beClosed())
                                .because("who extends a class that was not made for it breaks with our next release")),
                wall(
                        "known packages only",
                        root -> ArchRuleDefinition.classes()
                                .should()
                                .resideInAnyPackage(
                                        root, root + ".types", root + ".compat", root + ".json", root + ".lock")
                                .because("a package that no wall knows could import anything")));
    }

    private interface Wall {
        ArchRule in(String root);
    }

    private static Arguments wall(String name, Wall wall) {
        return Arguments.of(org.junit.jupiter.api.Named.of(name, wall));
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

    private static ArchRule imports(String root, String from, String... allowed) {
        Set<String> known = Stream.concat(Stream.of(from), Stream.of(allowed))
                .map(name -> root + name)
                .collect(java.util.stream.Collectors.toSet());
        return noClasses()
                .that()
                .resideInAPackage(root + from)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "reside in another package of ours",
                        target ->
                                target.getPackageName().startsWith(root) && !known.contains(target.getPackageName())));
    }

    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return javaClass.getPackageName().startsWith(OURS)
                        ? SliceIdentifier.of(javaClass.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
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
                shown.getAllRawSuperclasses().stream()
                        .filter(parent -> parent.getName().startsWith(forbidden))
                        .forEach(parent -> events.add(SimpleConditionEvent.violated(shown, shown.getFullName())));
            }
        };
    }

    private static boolean isPromise(JavaMember member) {
        return !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static Stream<JavaClass> types(JavaMember member) {
        return member instanceof JavaCodeUnit unit
                ? Stream.of(
                                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                                unit.getParameterTypes().stream()
                                        .flatMap(type -> type.getAllInvolvedRawTypes().stream()),
                                unit.getExceptionTypes().stream())
                        .flatMap(each -> each)
                : ((com.tngtech.archunit.core.domain.JavaField) member).getType().getAllInvolvedRawTypes().stream();
    }

    /** Classes that are made to be extended. */
    private static final Set<Class<?>> OPEN = Set.of(
            PrimitiveReader.class, // because a codec adds nested objects to it
            PrimitiveWriter.class); // because a codec adds nested objects to it

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, sealed, abstract or an interface") {
            @Override
            public void check(JavaClass shown, ConditionEvents events) {
                Class<?> loaded = shown.reflect();
                boolean closed = java.lang.reflect.Modifier.isFinal(loaded.getModifiers())
                        || java.lang.reflect.Modifier.isAbstract(loaded.getModifiers())
                        || loaded.isSealed()
                        || OPEN.contains(loaded);
                if (!closed) {
                    events.add(SimpleConditionEvent.violated(shown, shown.getFullName() + " can be extended"));
                }
            }
        };
    }
}
