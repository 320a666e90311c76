package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/** Works out how releases go together. Confined to one thread. */
final class CompatibilityBuilder {
    private final VersionLock lock;
    private final List<ReleaseView> releases = new ArrayList<>();
    private final Map<LockedType.Id, Passages> passages = new HashMap<>();

    CompatibilityBuilder(VersionLock lock) {
        this.lock = lock;
        lock.releases().forEach(each -> releases.add(new ReleaseView(each.name(), lock, each.versions())));
        ReleaseView newest = ReleaseView.newest(lock);
        boolean isReleased = releases.stream().anyMatch(each -> each.versions().equals(newest.versions()));
        if (!isReleased && !newest.versions().isEmpty()) {
            releases.add(newest);
        }
        lock.types().forEach((id, type) -> passages.put(id, new Passages(type)));
    }

    Compatibility build() {
        List<Compatibility.Pair> pairs = new ArrayList<>();
        for (ReleaseView sender : releases) {
            for (ReleaseView receiver : releases) {
                if (!sender.name().equals(receiver.name())) {
                    pairs.add(pair(sender, receiver));
                }
            }
        }
        List<Compatibility.TypeHistory> types =
                lock.types().values().stream().map(this::history).toList();
        return new Compatibility(releases.stream().map(ReleaseView::name).toList(), pairs, types);
    }

    private Compatibility.Pair pair(ReleaseView sender, ReleaseView receiver) {
        SortedMap<LockedType.Id, Passage> found = new TreeMap<>();
        SortedMap<String, SortedSet<String>> refused = new TreeMap<>();
        sender.versions().forEach((id, sent) -> {
            Version received = receiver.versions().get(id);
            Passages type = passages.get(id);
            if (received != null && type != null) {
                found.put(id, type.between(sent, received));
            } else {
                found.put(id, new Passage(sent, null, List.of(refusal(id, sent, receiver))));
                refused.computeIfAbsent(id.qualifiedName(), any -> new TreeSet<>())
                        .add(id.toString());
            }
        });
        if (!refused.isEmpty()) {
            found.replaceAll((id, passage) -> passage.with(nested(id, passage, refused)));
        }
        return new Compatibility.Pair(sender.name(), receiver.name(), found);
    }

    private static Loss refusal(LockedType.Id id, Version sent, ReleaseView receiver) {
        String others = receiver.versions().entrySet().stream()
                .filter(each -> each.getKey().qualifiedName().equals(id.qualifiedName()))
                .map(each -> each.getValue().toString())
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? Loss.of(Loss.Kind.UNKNOWN_TYPE, sent, null)
                : Loss.of(Loss.Kind.OTHER_MAJOR, sent, null, others);
    }

    /** Returns the fields that travel and may hold what cannot. */
    private List<Loss> nested(LockedType.Id id, Passage passage, SortedMap<String, SortedSet<String>> refused) {
        List<Loss> losses = new ArrayList<>();
        passage.travelling()
                .ifPresent(version -> lock.find(id)
                        .flatMap(type -> type.at(version))
                        .ifPresent(at -> at.fields()
                                .values()
                                .forEach(field -> objectsIn(field.type())
                                        .forEach(name -> refused.getOrDefault(name, new TreeSet<>())
                                                .forEach(each -> losses.add(Loss.of(
                                                        Loss.Kind.NESTED_REFUSED, version, field.name(), each)))))));
        return losses;
    }

    private static List<String> objectsIn(TypeDescription type) {
        TypeDescription element = type.element();
        if (element != null) {
            return objectsIn(element);
        }
        if (!type.kind().equals("object")) {
            return List.of();
        }
        return type.option("of") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(type.option("of")));
    }

    private Compatibility.TypeHistory history(LockedType type) {
        List<Compatibility.InRelease> in = new ArrayList<>();
        for (ReleaseView release : releases) {
            Version version = release.versions().get(type.id());
            if (version != null) {
                in.add(new Compatibility.InRelease(release.name(), version));
            }
        }
        Passages known = passages.computeIfAbsent(type.id(), any -> new Passages(type));
        List<Compatibility.Step> steps = new ArrayList<>();
        Version before = null;
        for (Version version : type.versions().keySet()) {
            if (before != null) {
                steps.add(new Compatibility.Step(
                        version, known.between(version, before), known.between(before, version)));
            }
            before = version;
        }
        return new Compatibility.TypeHistory(type.id(), in, steps);
    }
}
