package org.versionedobjects.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectType;
import org.versionedobjects.UnknownFields;
import org.versionedobjects.Version;
import org.versionedobjects.compat.PeerVersions;
import org.versionedobjects.compat.PlannedField;
import org.versionedobjects.compat.VersionPlan;
import tools.jackson.core.io.SerializedString;

/** All that writing a type in one version for one peer needs, worked out once. Thread-safe. */
final class TypeWriter {
    private static final int MOST_NESTED_KEPT = 32;
    private static final int SMALLEST = 256;
    private static final int MOST_EXPECTED = 1 << 20;

    final ObjectType<?> type;
    final EnvelopeKeys keys;
    final Version version;
    final SerializedString name;
    final SerializedString namespace;
    final SerializedString versionText;
    final FieldWriter[] fields;

    /** What comes before the first field of an object without anything carried, as one piece of JSON in UTF-8. */
    final byte[] head;

    /** The characters of the longest text in the head. */
    final int longestText;

    /** Takes objects down version by version; null where their values can be written as they are. */
    final @Nullable VersionPlan steps;

    /** Decides for what is in objects of this type. */
    final PeerVersions peer;

    /** The newest version that may be written here; null if nobody says. */
    private final @Nullable Version most;

    private volatile Nested[] nested = {};

    /** A guess that threads may lose to each other. */
    private int expectedSize = SMALLEST;

    /** One field that this version has; {@code isRuled} if it can be written in it. */
    record FieldWriter(PlannedField planned, int slot, FieldType<?> type, SerializedString name, boolean isRuled) {
        Field<?> field() {
            return planned.field();
        }

        boolean isSecret() {
            return planned.field().spec().isSecret();
        }
    }

    /** Which writer is used for a type where it stands under this one. */
    private record Nested(ObjectType<?> type, NestedReference reference, TypeWriter writer) {}

    TypeWriter(ObjectType<?> type, EnvelopeKeys keys, Version version, @Nullable Version most, PeerVersions peer) {
        this.type = type;
        this.keys = keys;
        this.most = most;
        this.version = version;
        this.name = new SerializedString(type.name());
        this.namespace = new SerializedString(type.namespace());
        this.versionText = new SerializedString(version.toString());
        this.peer = peer;
        SerializedString[] inHead = {keys.name, name, keys.namespace, namespace, keys.version, versionText, keys.data};
        this.head = head(inHead);
        this.longestText =
                Stream.of(inHead).mapToInt(SerializedString::charLength).max().orElseThrow();
        VersionPlan plan = VersionPlan.toWrite(type, version);
        this.fields = fields(plan, peer);
        this.steps = plan.hasSteps() ? plan : null;
    }

    private static byte[] head(SerializedString... inHead) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < inHead.length; i++) {
            json.append('"').append(inHead[i].asQuotedChars()).append('"').append(i % 2 == 0 ? ':' : ',');
        }
        return json.append('{').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static FieldWriter[] fields(VersionPlan plan, PeerVersions peer) {
        List<FieldWriter> writers = new ArrayList<>();
        for (PlannedField field : plan.fields()) {
            List<NestedReference> references = field.type().references();
            if (references.stream().noneMatch(each -> peer.leavesOut(each, plan.type(), plan.version()))) {
                boolean isRuled = references.stream().allMatch(each -> peer.isRuled(each, plan.type(), plan.version()));
                SerializedString name = new SerializedString(field.name());
                writers.add(new FieldWriter(field, field.slot(), field.type(), name, isRuled));
            }
        }
        return writers.toArray(FieldWriter[]::new);
    }

    /** Returns what an object carries of a newer version if it may be written here, null if not. */
    @Nullable
    UnknownFields carries(@Nullable UnknownFields unknown) {
        boolean isWritten = unknown != null
                && version.equals(type.version())
                && (most == null || !most.isBefore(unknown.version()));
        return isWritten ? unknown : null;
    }

    /** Returns how many bytes a document of an object of this type may well have. */
    int expectedSize() {
        return expectedSize;
    }

    /** Hears how many bytes one had. */
    void learnSize(int bytes) {
        expectedSize = Math.max(SMALLEST, Math.min(MOST_EXPECTED, bytes + bytes / 8));
    }

    /** Fails with the reason why a field cannot be written in this version. */
    void checkRuled(FieldWriter field) {
        for (NestedReference reference : field.type().references()) {
            peer.checkRuled(reference, type, version);
        }
    }

    /** Returns the writer kept for a type of nested objects, null if there is none yet. */
    @SuppressWarnings("ReferenceEquality") // a type hands out one and the same reference; comparing its rows would cost
    @Nullable
    TypeWriter nested(ObjectType<?> child, NestedReference reference) {
        for (Nested each : nested) {
            if (each.type == child && each.reference == reference) {
                return each.writer;
            }
        }
        return null;
    }

    /** Keeps a writer for a type of nested objects; a few per type, since they are looked through one by one. */
    synchronized void keep(TypeWriter writer, NestedReference reference) {
        if (nested.length < MOST_NESTED_KEPT && nested(writer.type, reference) == null) {
            Nested[] more = Arrays.copyOf(nested, nested.length + 1);
            more[nested.length] = new Nested(writer.type, reference, writer);
            nested = more;
        }
    }
}
