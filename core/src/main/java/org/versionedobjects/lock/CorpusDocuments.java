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
    private final List<CorpusFinding> unread = new ArrayList<>();
    private final List<CorpusFinding> unwritten = new ArrayList<>();
    private int read;
    private int written;

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
        try {
            VersionedObject object = codec.fromJson(recorded);
            read++;
            compare(document, facts, ownForm, object, recorded);
        } catch (IncompatibleVersionException e) { // a declared change may refuse some values, not all
            add(unread, failed(Kind.UNREADABLE, document, facts, e));
        } catch (VersionedObjectException e) {
            add(found, failed(Kind.UNREADABLE, document, facts, e));
        }
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
        boolean wasRead = !back.equals(CorpusRecorder.UNREADABLE);
        VersionedObject older;
        try {
            older = codec.fromJson(recorded);
            read++;
        } catch (IncompatibleVersionException e) {
            // what came of it goes on from the release's version, so only a change up to that can have refused
            boolean isOfTheRelease = wasRead && readable(back).isPresent();
            add(isOfTheRelease ? found : unread, failed(Kind.UNREADABLE, document, facts, e));
            return;
        } catch (VersionedObjectException e) {
            add(found, failed(Kind.UNREADABLE, document, facts, e));
            return;
        }
        readable(own).ifPresent(object -> compare(document, facts, form, object, recorded));
        if (wasRead) {
            compare(document + " and read again", facts, ownForm, older, back);
        }
    }

    private static Facts facts(CorpusFile file) {
        return Facts.NONE.withObject(file.type(), Version.parse(file.version()));
    }

    /** Returns what a document says that is checked by itself. */
    private Optional<VersionedObject> readable(String document) {
        try {
            return Optional.of(codec.fromJson(document));
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
        LikeOnes.add(all, one, CorpusFinding::isLike, CorpusFinding::oneMore);
    }

    /** Returns what is wrong, like ones told once; what the history refused only if it took nothing else. */
    List<VersionProblem> problems() {
        List<CorpusFinding> all = new ArrayList<>(found);
        if (read == 0) {
            all.addAll(unread);
        }
        if (written == 0) {
            all.addAll(unwritten);
        }
        return all.stream().map(each -> each.problem(release.name())).toList();
    }

    private void compare(String document, Facts facts, CorpusForm form, VersionedObject object, String recorded) {
        String now;
        try {
            now = form.of(codec).toJson(object);
            written++;
        } catch (IncompatibleVersionException e) {
            add(isRefusedSince(form, object) ? unwritten : found, failed(Kind.UNWRITABLE, document, facts, e));
            return;
        } catch (VersionedObjectException e) {
            add(found, failed(Kind.UNWRITABLE, document, facts, e));
            return;
        }
        if (!now.equals(recorded)) {
            difference(document, facts, form, object, recorded, now).ifPresent(each -> add(found, each));
        }
    }

    /** Returns whether it is a change after the release that refuses to write an object: one on the way to its version. */
    private boolean isRefusedSince(CorpusForm form, VersionedObject object) {
        if (form.equals(ownForm)) {
            return true;
        }
        try {
            ownForm.of(codec).toJson(object);
            return false;
        } catch (VersionedObjectException e) {
            return true;
        }
    }

    private Optional<CorpusFinding> difference(
            String document, Facts facts, CorpusForm form, VersionedObject object, String recorded, String now) {
        LossyPlaces lossy = LossyPlaces.of(object, ownForm.manifest());
        List<JsonDifference> differences = JsonDifference.between(tree(recorded), tree(now));
        Optional<CorpusFinding> finding = differences.stream()
                .filter(each -> !lossy.accountFor(each))
                .findFirst()
                .map(each -> different(Kind.DIFFERENT, document, facts, each));
        if (finding.isPresent()) {
            return finding;
        }
        return differences.isEmpty() ? spelling(document, facts, recorded, now) : unstable(document, facts, form, now);
    }

    private static CorpusFinding different(Kind kind, String document, Facts facts, JsonDifference difference) {
        Facts where = facts.withPath(difference.path())
                .withExpected(difference.expected())
                .withWas(difference.was());
        return new CorpusFinding(kind, document, where, "", CURE, 0);
    }

    /** Returns what is different in the bytes only: the order of fields, unless that came with a version, or anything else. */
    private Optional<CorpusFinding> spelling(String document, Facts facts, String recorded, String now) {
        List<JsonOrder> orders = JsonOrder.between(tree(recorded), tree(now));
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
                        .find(order.namespace(), order.name(), then.major())
                        .map(type -> type.version().isAfter(then)))
                .orElse(true);
    }

    private static Version patchAfter(Version released) {
        return new NextVersion(released, released).patch();
    }

    private Optional<Version> releaseVersion(JsonOrder order) {
        return ownForm.manifest().find(order.name());
    }

    /** What loses something loses it once. */
    private Optional<CorpusFinding> unstable(String document, Facts facts, CorpusForm form, String now) {
        String again;
        try {
            again = form.of(codec).toJson(codec.fromJson(now));
        } catch (IncompatibleVersionException e) { // declared, and for the round trips to tell
            return Optional.empty();
        } catch (VersionedObjectException e) {
            return Optional.of(failed(Kind.UNREADABLE, document + " and written anew", facts, e));
        }
        return JsonDifference.between(tree(now), tree(again)).stream()
                .findFirst()
                .map(each -> different(Kind.UNSTABLE, document, facts, each));
    }

    private @Nullable Object tree(String json) {
        return codec.valueFromJson(Types.json(), json);
    }
}
