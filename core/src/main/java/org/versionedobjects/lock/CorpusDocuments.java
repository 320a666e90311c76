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
import org.versionedobjects.lock.CorpusFinding.Kind;
import org.versionedobjects.types.Types;

/**
 * Compares what a release wrote and read of one type with what this code writes and reads of the same objects, which it
 * takes from the documents themselves. Confined to one thread.
 */
final class CorpusDocuments {
    private static final String CURE =
            "a released version never changes: undo what changed in a type, a function, a step or a default of its history, "
                    + "or give the change a version of its own";

    private final LockedRelease release;
    private final CorpusForm ownForm;
    private final ObjectCodec codec;
    private final List<CorpusFinding> found = new ArrayList<>();
    private final List<CorpusFinding> refused = new ArrayList<>();
    private int read;

    /**
     * Begins with a type.
     *
     * @param ownForm the form of the release's own version of it
     */
    CorpusDocuments(LockedRelease release, CorpusForm ownForm, ObjectCodec codec) {
        this.release = release;
        this.ownForm = ownForm;
        this.codec = codec;
    }

    /** Checks a document of the release's own version. */
    void checkOwn(CorpusFile file, String recorded) {
        Facts facts = facts(file);
        String document = "sample " + file.sample();
        read(document, facts, recorded).ifPresent(object -> compare(document, facts, ownForm, object, recorded));
    }

    /**
     * Checks a document for older peers, and what comes of it when it is read.
     *
     * @param form for whom it was written
     * @param own the document of the same object in the release's own version
     * @param recorded the document itself
     * @param back what the release read of it, in its own version; {@link CorpusRecorder#UNREADABLE} if it could not
     */
    void checkOlder(CorpusFile file, CorpusForm form, String own, String recorded, String back) {
        Facts facts = facts(file);
        String document = "sample " + file.sample() + ", " + form.describe();
        read(document, facts, recorded).ifPresent(older -> {
            readable(own).ifPresent(object -> compare(document, facts, form, object, recorded));
            if (!back.equals(CorpusRecorder.UNREADABLE)) {
                compare(document + " and read again", facts, ownForm, older, back);
            }
        });
    }

    private static Facts facts(CorpusFile file) {
        return Facts.NONE.withObject(file.type(), Version.parse(file.version()));
    }

    private Optional<VersionedObject> read(String document, Facts facts, String recorded) {
        try {
            VersionedObject object = codec.fromJson(recorded);
            read++;
            return Optional.of(object);
        } catch (IncompatibleVersionException e) { // a declared change may refuse some values, not all
            add(refused, failed(Kind.UNREADABLE, document, facts, e));
        } catch (VersionedObjectException e) {
            add(found, failed(Kind.UNREADABLE, document, facts, e));
        }
        return Optional.empty();
    }

    /** Returns what a document says that is checked by itself. */
    private Optional<VersionedObject> readable(String own) {
        try {
            return Optional.of(codec.fromJson(own));
        } catch (VersionedObjectException e) {
            return Optional.empty();
        }
    }

    private static CorpusFinding failed(Kind kind, String document, Facts facts, VersionedObjectException e) {
        String cause =
                e.getClass().getSimpleName() + " at " + FieldPlace.of(e.facts().path());
        return new CorpusFinding(kind, document, facts.withProblem(e.getMessage()), cause, CURE, 0);
    }

    private static void add(List<CorpusFinding> all, CorpusFinding one) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isLike(one)) {
                all.set(i, all.get(i).oneMore());
                return;
            }
        }
        all.add(one);
    }

    /** Returns what is wrong, like ones told once; what the history refused only if it took nothing else. */
    List<VersionProblem> problems() {
        List<CorpusFinding> all = new ArrayList<>(found);
        if (read == 0) {
            all.addAll(refused);
        }
        return all.stream().map(each -> each.problem(release.name())).toList();
    }

    private void compare(String document, Facts facts, CorpusForm form, VersionedObject object, String recorded) {
        String written;
        try {
            written = form.of(codec).toJson(object);
        } catch (VersionedObjectException e) {
            add(found, failed(Kind.UNWRITABLE, document, facts, e));
            return;
        }
        if (written.equals(recorded)) {
            return;
        }
        LossyPlaces lossy = LossyPlaces.of(object, ownForm.manifest());
        List<JsonDifference> differences = JsonDifference.between(tree(recorded), tree(written));
        Optional<CorpusFinding> finding = differences.stream()
                .filter(each -> !lossy.accountFor(each))
                .findFirst()
                .map(each -> different(Kind.DIFFERENT, document, facts, each));
        if (finding.isEmpty()) {
            finding = differences.isEmpty()
                    ? spelling(document, facts, recorded, written)
                    : unstable(document, facts, form, written);
        }
        finding.ifPresent(each -> add(found, each));
    }

    private static CorpusFinding different(Kind kind, String document, Facts facts, JsonDifference difference) {
        Facts where = facts.withPath(difference.path())
                .withExpected(difference.expected())
                .withWas(difference.was());
        return new CorpusFinding(kind, document, where, "", CURE, 0);
    }

    /** Returns what is different in the bytes only: the order of fields, unless that came with a version, or anything else. */
    private Optional<CorpusFinding> spelling(String document, Facts facts, String recorded, String written) {
        List<JsonOrder> orders = JsonOrder.between(tree(recorded), tree(written));
        if (orders.isEmpty()) {
            return Optional.of(new CorpusFinding(Kind.RESPELLED, document, facts, "", CURE, 0));
        }
        return orders.stream()
                .filter(each -> !hasGoneUp(each))
                .findFirst()
                .map(each -> new CorpusFinding(
                        Kind.REORDERED,
                        document,
                        facts.withPath(each.path()),
                        "",
                        "declare the fields of " + each.name() + " in the order in which peers have seen them: "
                                + String.join(", ", each.fields()) + "; or put a version like "
                                + patchAfter(releaseVersion(each).orElseThrow()),
                        0));
    }

    /** Returns whether a type has another version than in the release, which may have its fields in another order. */
    private boolean hasGoneUp(JsonOrder order) {
        return releaseVersion(order)
                .flatMap(then -> codec.registry()
                        .newest(order.namespace(), order.name())
                        .map(now -> now.version().isAfter(then)))
                .orElse(true);
    }

    private static Version patchAfter(Version released) {
        return new NextVersion(released, released).patch();
    }

    private Optional<Version> releaseVersion(JsonOrder order) {
        return ownForm.manifest().find(order.name());
    }

    /** What loses something loses it once. */
    private Optional<CorpusFinding> unstable(String document, Facts facts, CorpusForm form, String written) {
        String again = form.of(codec).toJson(codec.fromJson(written));
        return JsonDifference.between(tree(written), tree(again)).stream()
                .findFirst()
                .map(each -> different(Kind.UNSTABLE, document, facts, each));
    }

    private @Nullable Object tree(String json) {
        return codec.valueFromJson(Types.json(), json);
    }
}
