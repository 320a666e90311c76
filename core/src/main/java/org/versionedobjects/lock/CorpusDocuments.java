package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

/**
 * Compares what a release wrote with what this code writes of the same objects, which it reads from the documents
 * themselves. Confined to one thread.
 */
final class CorpusDocuments {
    private static final String CURE =
            "a released version never changes: undo what changed in a type, a function, a step or a default of its history, "
                    + "or give the change a version of its own";

    private final LockedRelease release;
    private final ObjectCodec codec;
    private final List<VersionProblem> refused = new ArrayList<>();
    private int read;

    CorpusDocuments(LockedRelease release, ObjectCodec codec) {
        this.release = release;
        this.codec = codec;
    }

    /**
     * Returns what is wrong with a document, at most one problem.
     *
     * @param form for whom it was written
     * @param own the document of the same object in the release's own version
     * @param recorded the document itself
     */
    List<VersionProblem> check(CorpusFile file, CorpusForm form, String own, String recorded) {
        Facts facts = facts(file, form);
        try {
            VersionedObject older = codec.fromJson(recorded);
            VersionedObject object = file.isOwn() ? older : codec.fromJson(own);
            read++;
            return difference(facts, form, object, recorded).stream()
                    .map(found -> new VersionProblem(found.sentence(), CURE))
                    .toList();
        } catch (IncompatibleVersionException e) { // a declared change may refuse some values, not all
            refused.add(unreadable(facts, e));
            return List.of();
        } catch (VersionedObjectException e) {
            return List.of(unreadable(facts, e));
        }
    }

    private static VersionProblem unreadable(Facts facts, VersionedObjectException e) {
        String problem = facts.problem() + ", can no longer be read: " + e.getMessage();
        return new VersionProblem(facts.withProblem(problem).sentence(), CURE);
    }

    /** Returns the documents that the history refused since this was asked last, if it took no other. */
    List<VersionProblem> endOfType() {
        List<VersionProblem> found = read > 0 ? List.of() : List.copyOf(refused);
        refused.clear();
        read = 0;
        return found;
    }

    private Facts facts(CorpusFile file, CorpusForm form) {
        String what = "release " + release.name() + ", sample " + file.sample()
                + (file.isOwn() ? "" : ", " + form.describe());
        return Facts.problem(what).withObject(file.type(), Version.parse(file.version()));
    }

    private Optional<Facts> difference(Facts facts, CorpusForm form, VersionedObject object, String recorded) {
        String written;
        try {
            written = form.of(codec).toJson(object);
        } catch (VersionedObjectException e) {
            return Optional.of(facts.withProblem(facts.problem() + ", can no longer be written: " + e.getMessage()));
        }
        if (written.equals(recorded)) {
            return Optional.empty();
        }
        LossyPlaces lossy = LossyPlaces.of(object);
        return JsonDifference.between(tree(recorded), tree(written)).stream()
                .filter(each -> !lossy.contains(each.path()))
                .findFirst()
                .map(each -> facts.withPath(each.path())
                        .withExpected(each.expected())
                        .withWas(each.was()))
                .or(() -> lossy.isEmpty()
                        ? Optional.of(facts.withProblem(facts.problem() + ", has the same values in another order"))
                        : unstable(facts, form, written));
    }

    /** What loses something loses it once. */
    private Optional<Facts> unstable(Facts facts, CorpusForm form, String written) {
        String again = form.of(codec).toJson(codec.fromJson(written));
        return JsonDifference.between(tree(written), tree(again)).stream()
                .findFirst()
                .map(each -> facts.withProblem(
                                facts.problem() + ", comes out otherwise each time it is read and written")
                        .withPath(each.path())
                        .withExpected(each.expected())
                        .withWas(each.was()));
    }

    private @Nullable Object tree(String json) {
        return codec.valueFromJson(Types.json(), json);
    }
}
