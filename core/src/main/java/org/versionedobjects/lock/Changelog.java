package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.versionedobjects.Version;

/** Prints what changed between two releases in Markdown. Immutable and thread-safe. */
record Changelog(String older, String newer, List<TypeDiff> types) {
    String toMarkdown() {
        List<String> blocks = new ArrayList<>();
        blocks.add(Sentence.of("# From {} to {}", older, newer).toMarkdown());
        List<TypeDiff> same = types.stream().filter(TypeDiff::isEmpty).toList();
        if (same.size() == types.size()) {
            blocks.add("Nothing changed.");
        } else {
            blocks.add(summary());
            types.stream().filter(each -> !each.isEmpty()).forEach(each -> add(each, blocks));
            if (!same.isEmpty()) {
                blocks.add("## Nothing changed");
                blocks.add(same.stream().map(Changelog::unchanged).collect(Collectors.joining("\n")));
            }
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private String summary() {
        return Stream.of(
                        count("new", each -> each.before() == null),
                        count("changed", each -> each.before() != null && each.after() != null && !each.isEmpty()),
                        count("gone", each -> each.after() == null),
                        count("as before", TypeDiff::isEmpty))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", ", "", "."));
    }

    private String count(String what, Predicate<TypeDiff> test) {
        long count = types.stream().filter(test).count();
        if (count == 0) {
            return "";
        }
        return count + (count == 1 ? " type is " : " types are ") + what;
    }

    private static void add(TypeDiff type, List<String> blocks) {
        String name = type.id().qualifiedName();
        Version before = type.before();
        Version after = type.after();
        if (before == null && after != null) {
            blocks.add(Sentence.of("## {} {}: new", name, after).toMarkdown());
            blocks.add(came(type));
            addList(type.fields().stream().map(FieldChanges::came).toList(), blocks);
        } else if (before != null && after == null) {
            blocks.add(Sentence.of("## {} {}: gone", name, before).toMarkdown());
            blocks.add(went(type, before));
        } else if (before != null && after != null) {
            blocks.add(Sentence.of("## {}: {} to {}", name, before, after).toMarkdown());
            addVersions(type, after.isBefore(before), blocks);
        }
    }

    private static String came(TypeDiff type) {
        return type.otherMajors().isEmpty()
                ? "A new type."
                : Sentence.of("A new major. Peers that know {} only cannot read it.", versions(type))
                        .toMarkdown();
    }

    private static String went(TypeDiff type, Version version) {
        return type.otherMajors().isEmpty()
                ? "The type is retired. Peers of the newer release neither read nor send it."
                : Sentence.of(
                                "The major {} is retired. Peers of the newer release have {} and cannot read it.",
                                version.major(),
                                versions(type))
                        .toMarkdown();
    }

    private static String versions(TypeDiff type) {
        return type.otherMajors().stream().map(Version::toString).collect(Collectors.joining(", "));
    }

    private static void addVersions(TypeDiff type, boolean isBack, List<String> blocks) {
        if (isBack) {
            blocks.add("The newer release has an older version.");
        }
        for (VersionChanges each : type.versions()) {
            blocks.add(Sentence.of("### {}", each.version()).toMarkdown());
            addList(each.sentences(), blocks);
        }
    }

    private static void addList(List<Sentence> sentences, List<String> blocks) {
        blocks.add(
                sentences.isEmpty()
                        ? "Nothing changed but the version."
                        : sentences.stream()
                                .map(each -> "- " + each.toMarkdown())
                                .collect(Collectors.joining("\n")));
    }

    private static String unchanged(TypeDiff type) {
        return Sentence.of("- {} {}", type.id().qualifiedName(), String.valueOf(type.after()))
                .toMarkdown();
    }
}
