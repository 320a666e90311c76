package org.versionedobjects.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import org.sqlite.SQLiteException;

/**
 * The table of the guide that says which failure is what on which engine, made of what was seen. It is compared with the
 * page where every engine was tried; {@code -Dversionedobjects.failures.write} writes it anew.
 */
final class FailuresTable {
    private static final Path PAGE = Path.of("..", "docs", "src", "main", "asciidoc", "conflicts-table.adoc");

    /** How many failures are seen at least where no test is left out. */
    private static final int AT_LEAST = 60;

    private int count;
    private final Map<FailureKind, Map<Engine, TreeSet<String>>> seen = new EnumMap<>(FailureKind.class);

    synchronized void saw(Engine engine, StoreException failure) {
        String code = switch (engine) {
            case H2, POSTGRESQL -> failure.sqlState().orElse("none");
            case MARIADB -> String.valueOf(failure.vendorCode());
            case SQLITE ->
                ((SQLiteException) Failures.sqlException(failure))
                        .getResultCode()
                        .name();
        };
        String left = switch (failure.transaction()) {
            case USABLE -> "goes on";
            case ABORTED -> "to savepoint";
            case ROLLED_BACK -> "rolled back";
            case LOST -> "lost";
        };
        count++;
        seen.computeIfAbsent(failure.kind(), kind -> new EnumMap<>(Engine.class))
                .computeIfAbsent(engine, each -> new TreeSet<>())
                .add(code + ", " + left);
    }

    private String page() {
        StringBuilder page = new StringBuilder("// made by FailuresTest of what the engines did\n");
        page.append("[cols=\"2,1,2,2,2,2\"]\n|===\n|kind |again? |H2 |PostgreSQL |MariaDB |SQLite\n");
        seen.forEach((kind, engines) -> {
            page.append("\n|`")
                    .append(kind)
                    .append("`\n|")
                    .append(kind.isRetryable() ? "yes" : "no")
                    .append('\n');
            for (Engine engine : Engine.values()) {
                page.append('|')
                        .append(engines.containsKey(engine) ? String.join("; ", engines.get(engine)) : "")
                        .append('\n');
            }
        });
        return page.append("|===\n").toString();
    }

    private boolean isWhole() {
        TreeSet<Engine> engines = new TreeSet<>();
        seen.values().forEach(each -> engines.addAll(each.keySet()));
        return count >= AT_LEAST && engines.size() == Engine.values().length;
    }

    void check() {
        if (!isWhole() || !Files.isDirectory(PAGE.getParent())) {
            return; // one test was run alone, or without the guide
        }
        try {
            if (System.getProperty("versionedobjects.failures.write") != null) {
                Files.writeString(PAGE, page());
            }
            String written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
            if (!written.equals(page())) {
                throw new AssertionError(PAGE + " is not what was seen; write it with"
                        + " -Dversionedobjects.failures.write. Seen:\n" + page());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
