package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

/** The page for those who come from oslo: every field of oslo's is there, with a factory that is. */
class OsloPageTest {
    private static final Path PAGE = Path.of("src", "main", "asciidoc", "coming-from-oslo.adoc");
    private static final Pattern FACTORY = Pattern.compile("`(\\w+)\\(");

    /** The fields that oslo.versionedobjects ships, as of its release 2026.1. */
    private static final List<String> OSLO_FIELDS = List.of(
            "StringField",
            "SensitiveStringField",
            "VersionPredicateField",
            "BaseEnumField",
            "EnumField",
            "StateMachine",
            "UUIDField",
            "MACAddressField",
            "PCIAddressField",
            "IntegerField",
            "NonNegativeIntegerField",
            "FloatField",
            "NonNegativeFloatField",
            "BooleanField",
            "FlexibleBooleanField",
            "DateTimeField",
            "DictOfStringsField",
            "DictOfNullableStringsField",
            "DictOfIntegersField",
            "ListOfStringsField",
            "SetOfStringsField",
            "ListOfListsOfStringsField",
            "DictOfListOfStringsField",
            "DictOfSetOfIntegersField",
            "ListOfEnumField",
            "SetOfIntegersField",
            "ListOfSetsOfIntegersField",
            "ListOfIntegersField",
            "ListOfDictOfNullableStringsField",
            "ObjectField",
            "ListOfObjectsField",
            "ListOfUUIDField",
            "IPAddressField",
            "IPV4AddressField",
            "IPV6AddressField",
            "IPV4AndV6AddressField",
            "IPNetworkField",
            "IPV4NetworkField",
            "IPV6NetworkField");

    private static List<String> rows() throws Exception {
        String page = Files.readString(PAGE);
        String fields = page.substring(page.indexOf("== Fields"));
        return fields.lines().filter(line -> line.startsWith("|`")).toList();
    }

    @Test
    void table_hasAllFieldsOfOslo() throws Exception {
        String first = String.join("\n", rows());

        assertThat(OSLO_FIELDS)
                .hasSize(39)
                .allSatisfy(field -> assertThat(first).containsPattern("`" + field + "\\b"));
    }

    @Test
    void table_namesFactoriesThatExist() throws Exception {
        List<String> named = rows().stream()
                .map(row -> row.substring(row.lastIndexOf('|')))
                .flatMap(cell -> FACTORY.matcher(cell).results().map(found -> found.group(1)))
                .toList();

        assertThat(named).hasSizeGreaterThanOrEqualTo(39);
        assertThat(Arrays.stream(Types.class.getDeclaredMethods()).map(Method::getName))
                .containsAll(named);
    }

    /** What the design says differs on purpose, and words of the line that says so here. */
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry("truthful dirtiness", "if it differs from what was loaded"),
            Map.entry("unset is clean", "An unset field is never changed"),
            Map.entry("unmodifiable collections", "Collections in fields are unmodifiable"),
            Map.entry("dirty tracking inside collections", "They show through any collection"),
            Map.entry("an empty reset resets nothing", "`resetChanges(List.of())` resets nothing"),
            Map.entry("strict coercion outside `OSLO`", "`set` never converts"),
            Map.entry("UUIDs are UUIDs", "A UUID is a UUID"),
            Map.entry("sub-second and offset times survive", "Fractions and offsets survive"),
            Map.entry("an instance-scoped registry", "A registry is an instance"),
            Map.entry("one type per major", "One type for each major"),
            Map.entry("objects read old are upgraded", "It is upgraded, and written at the type's version"),
            Map.entry("the manifest reaches every container", "The manifest reaches every container"),
            Map.entry("no stamping beyond the object's own version", "never above the object's own"),
            Map.entry("nor across majors", "never of another major"),
            Map.entry("`changes` never names an absent field", "`changes` never names an absent field"),
            Map.entry("our text forms and messages", "All are `VersionedObjectException`"),
            Map.entry("JSON Schema 2020-12 instead of draft-04", "JSON Schema 2020-12"),
            Map.entry("a fingerprint that sees element types", "It sees element types"));

    @Test
    void differences_haveEachALine() throws Exception {
        String page = Files.readString(PAGE);
        String differences = page.substring(page.indexOf("== What differs on purpose"), page.indexOf("== Fields"));

        assertThat(differences).contains(DIFFERENCES.values());
    }

    @Test
    void differences_areThoseOfTheDesign() throws Exception {
        assertThat(DIFFERENCES).hasSize(18);
        Path design = Path.of("../../shared/DESIGN.md");
        if (Files.exists(design)) { // beside the project, where it was made
            String text = Files.readString(design);
            assertThat(text.substring(text.indexOf("## 11.")).replaceAll("\\s+", " "))
                    .contains(DIFFERENCES.keySet());
        }
    }
}
