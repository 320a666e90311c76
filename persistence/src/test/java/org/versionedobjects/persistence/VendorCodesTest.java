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
                "H2Dialect | 2 | [0-9A-Z]{5}",
                "PostgresDialect | 3 | [0-9A-Z]{5}",
                "MariaDbDialect | 4 | [0-9]{4}",
                "SqliteDialect | 5 | SQLITE_[A-Z_]+",
            })
    void everyCode_wasSeen_orIsDocumented(String dialect, int column, String form) throws IOException {
        String source = Files.readString(SOURCES.resolve(dialect + ".java"));
        int body = source.indexOf("final class " + dialect);
        String documented = source.substring(0, body);
        Set<String> known = codes(form, column(column) + documented);

        Set<String> named = new TreeSet<>();
        source.substring(body)
                .lines()
                .filter(line -> line.strip().startsWith("case "))
                .forEach(line -> named.addAll(
                        codes(form, line.substring(0, line.contains("->") ? line.indexOf("->") : line.length()))));

        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
        assertThat(beginnings(source.substring(body)))
                .allSatisfy(beginning -> assertThat(known.stream().anyMatch(code -> code.startsWith(beginning))
                                || documented.contains("class " + beginning))
                        .as(beginning)
                        .isTrue());
    }

    /** Returns what dialects ask codes to start with; classes of Java have dots. */
    private static Set<String> beginnings(String source) {
        return Pattern.compile("startsWith\\(\"([0-9A-Z_]+)\"\\)")
                .matcher(source)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what the table says of one engine: each row is its kind, then a line for each column. */
    private static String column(int index) throws IOException {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (String line : Files.readAllLines(TABLE)) {
            at = line.startsWith("|`") ? 0 : at + 1;
            if (at == index && line.startsWith("|")) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static Set<String> codes(String form, String text) {
        return Pattern.compile("\\b" + form + "\\b")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
