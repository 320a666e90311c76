package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each code that a dialect names was seen, so that it stands in the guide's table of failures, or is named with its source
 * in the dialect's javadoc.
 */
class VendorCodesTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "versionedobjects", "persistence");
    private static final Path TABLE = Path.of("..", "docs", "src", "main", "asciidoc", "conflicts-table.adoc");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H2Dialect | [0-9A-Z]{5}",
                "PostgresDialect | [0-9A-Z]{5}",
                "MariaDbDialect | [0-9]{4}",
                "SqliteDialect | SQLITE_[A-Z_]+",
            })
    void everyCode_wasSeen_orIsDocumented(String dialect, String form) throws IOException {
        String source = Files.readString(SOURCES.resolve(dialect + ".java"));
        int body = source.indexOf("final class " + dialect);
        String documented = source.substring(0, body);
        Set<String> known = codes(form, Files.readString(TABLE) + documented);

        Set<String> named = new TreeSet<>();
        source.substring(body)
                .lines()
                .filter(line -> line.strip().startsWith("case "))
                .forEach(line -> named.addAll(
                        codes(form, line.substring(0, line.contains("->") ? line.indexOf("->") : line.length()))));

        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }

    private static Set<String> codes(String form, String text) {
        return Pattern.compile("\\b" + form + "\\b")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
