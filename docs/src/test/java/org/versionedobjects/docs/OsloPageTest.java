package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
}
