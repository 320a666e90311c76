package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidValueException;

/** Three releases of one application side by side: each writes what the other can read, by manifests and by pins. */
class RollingUpgradeTest {
    /** Names of what is the same thing in each release: of the first, the second, the third. */
    private static final List<List<String>> SAME = List.of(
            List.of("uuid", "uuid", "uuid"),
            List.of("name", "title", "title"),
            List.of("id", "id", "id"),
            List.of("first", "first", "first"),
            List.of("second", "second", "second"),
            List.of("project", "project", "project"),
            List.of("consumers", "consumers", "consumers"),
            List.of("by_name", "by_name", "by_name"));

    /** One object that one release sends to another. */
    record Exchange(Releases sender, Releases receiver, String kind, DynamicObject object, boolean isCarrying) {
        @Override
        public String toString() {
            return sender + " to " + receiver + ": " + kind + (isCarrying ? ", carrying" : "");
        }

        ObjectCodec reading() {
            ObjectCodec.Builder codec = ObjectCodec.builder(receiver.registry);
            return (isCarrying ? codec.carryUnknownFields(10_000) : codec).build();
        }
    }

    static Stream<Exchange> exchanges() {
        List<Exchange> all = new ArrayList<>();
        for (Releases sender : Releases.ALL) {
            for (Releases receiver : Releases.ALL) {
                for (boolean carrying : new boolean[] {false, true}) {
                    objects(sender)
                            .forEach((kind, object) -> all.add(new Exchange(sender, receiver, kind, object, carrying)));
                }
            }
        }
        return all.stream();
    }

    private static Map<String, DynamicObject> objects(Releases release) {
        DynamicObject noProject = release.fullConsumer(4);
        noProject.set("project", null);
        DynamicObject clean = release.fullFleet();
        clean.resetChangesDeep();
        DynamicObject insideChanged = release.fullFleet();
        insideChanged.resetChangesDeep();
        ((DynamicObject) ((List<?>) insideChanged.get("consumers")).get(0)).set("uuid", new UUID(1, 1));
        return Map.of(
                "an empty project", release.project.newObject(),
                "a project", release.project(7),
                "an empty consumer", release.consumer.newObject(),
                "a consumer", release.fullConsumer(5),
                "a consumer without a project", noProject,
                "a fleet", release.fullFleet(),
                "a clean fleet", clean,
                "a fleet changed inside", insideChanged);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void byManifest_everyPairUnderstandsEachOther(Exchange exchange) {
        ObjectCodec writing =
                exchange.sender().codec().forPeer(exchange.receiver().manifest());

        DynamicObject read = (DynamicObject) exchange.reading().fromJson(writing.toJson(exchange.object()));

        assertKept(exchange.object(), exchange.sender(), read, exchange.receiver());
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void byPinToTheOldest_everyPairUnderstandsEachOther(Exchange exchange) {
        ObjectCodec pinned = ObjectCodec.builder(exchange.sender().registry)
                .pin("the first release", Releases.ONE.manifest())
                .build();

        String written = pinned.toJson(exchange.object());
        DynamicObject read = (DynamicObject) exchange.reading().fromJson(written);
        DynamicObject oldest = (DynamicObject) Releases.ONE.codec().fromJson(written);

        assertKept(exchange.object(), exchange.sender(), read, exchange.receiver());
        assertKept(exchange.object(), exchange.sender(), oldest, Releases.ONE);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void answer_comesBackWithAllThatTheRulesKeep(Exchange exchange) {
        ObjectCodec writing =
                exchange.sender().codec().forPeer(exchange.receiver().manifest());
        DynamicObject there = (DynamicObject) exchange.reading().fromJson(writing.toJson(exchange.object()));

        String answer = ObjectCodec.of(exchange.receiver().registry)
                .forPeer(exchange.sender().manifest())
                .toJson(there);
        DynamicObject back = (DynamicObject) exchange.sender().codec().fromJson(answer);

        assertKept(exchange.object(), exchange.sender(), back, exchange.sender());
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void newerThanTheReceiver_isCarriedThroughOrRefused(Exchange exchange) {
        String json = exchange.sender().codec().toJson(exchange.object());
        if (!isAnyNewer(exchange)) {
            DynamicObject read = (DynamicObject) exchange.reading().fromJson(json);
            assertKept(exchange.object(), exchange.sender(), read, exchange.receiver());
        } else if (!exchange.isCarrying()) {
            assertThatThrownBy(() -> exchange.reading().fromJson(json))
                    .isInstanceOf(IncompatibleVersionException.class);
        } else if (exchange.receiver() == Releases.TWO && json.contains("huge")) {
            assertThatThrownBy(() -> exchange.reading().fromJson(json))
                    .as("a known field with a value that is not known")
                    .isInstanceOf(InvalidValueException.class);
        } else {
            String passed = exchange.reading().toJson(exchange.reading().fromJson(json));
            DynamicObject back = (DynamicObject) exchange.sender().codec().fromJson(passed);

            assertThat(exchange.sender().codec().toJson(back)).isEqualTo(json);
        }
    }

    /** Says whether the sender writes anything in the object in a version that the receiver does not know. */
    private static boolean isAnyNewer(Exchange exchange) {
        List<DynamicObject> all = new ArrayList<>();
        collect(exchange.object(), all);
        return all.stream()
                .anyMatch(each -> exchange.receiver()
                        .registry
                        .newest("demo", each.objectType().name())
                        .orElseThrow()
                        .version()
                        .isBefore(each.objectType().version()));
    }

    private static void collect(@Nullable Object value, List<DynamicObject> all) {
        if (value instanceof DynamicObject object) {
            all.add(object);
            object.byName().setNames().forEach(name -> collect(object.get(name), all));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, all));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, all));
        }
    }

    /** Checks that what both releases have a name for is the same, and is named as changed if it was. */
    private static void assertKept(DynamicObject sent, Releases sender, DynamicObject received, Releases receiver) {
        for (List<String> names : SAME) {
            String before = names.get(sender.index);
            String after = names.get(receiver.index);
            if (isSet(sent, before)
                    && received.objectType().find(after).isPresent()
                    && received.objectType()
                                    .history(received.objectType().field(after))
                                    .removedIn()
                            == null) {
                assertSame(sent.get(before), sender, received.get(after), receiver);
                assertThat(isChanged(received, after)).as(after).isEqualTo(isChanged(sent, before));
            }
        }
        if (sent.objectType().name().equals("Consumer") && isSet(sent, "uuid")) {
            assertThat(bytes(received, receiver)).isEqualTo(bytes(sent, sender));
        }
        if (sent.objectType().name().equals("Fleet")) {
            assertThat(name(received, receiver)).isEqualTo(name(sent, sender));
        }
    }

    private static boolean isSet(DynamicObject object, String name) {
        return object.objectType().find(name).isPresent() && object.byName().isSet(name);
    }

    private static boolean isChanged(DynamicObject object, String name) {
        return object.changes().fields().stream().anyMatch(field -> field.name().equals(name));
    }

    private static long bytes(DynamicObject consumer, Releases release) {
        return release.isSince(3) ? (Long) consumer.get("bytes") : 1024 * (Long) consumer.get("size");
    }

    private static String name(DynamicObject fleet, Releases release) {
        return release.isSince(3) ? (String) fleet.get("name") : fleet.get("first") + " " + fleet.get("second");
    }

    private static void assertSame(
            @Nullable Object sent, Releases sender, @Nullable Object received, Releases receiver) {
        if (sent instanceof DynamicObject object) {
            assertKept(object, sender, (DynamicObject) received, receiver);
        } else if (sent instanceof List<?> list) {
            assertThat((List<?>) received).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                assertSame(list.get(i), sender, ((List<?>) received).get(i), receiver);
            }
        } else if (sent instanceof Map<?, ?> map) {
            map.forEach((key, each) -> assertSame(each, sender, ((Map<?, ?>) received).get(key), receiver));
        } else {
            assertThat(received).isEqualTo(sent);
        }
    }

    @Test
    void whatIsNewOnlyInTheMiddle_survivesAPassThroughTheOldest_ifItCarries() {
        DynamicObject consumer = Releases.TWO.fullConsumer(9);
        consumer.byName().unset("project"); // of a version in which a field has another name
        String json = Releases.TWO.codec().toJson(consumer);
        ObjectCodec carrying = ObjectCodec.builder(Releases.ONE.registry)
                .carryUnknownFields(10_000)
                .build();
        ObjectCodec ignoring =
                ObjectCodec.builder(Releases.ONE.registry).readNewerMinors().build();

        DynamicObject carried = (DynamicObject) Releases.TWO.codec().fromJson(carrying.toJson(carrying.fromJson(json)));
        DynamicObject ignored = (DynamicObject) Releases.TWO.codec().fromJson(ignoring.toJson(ignoring.fromJson(json)));

        assertThat(carried.differencesFrom(consumer)).isEmpty();
        assertThat(ignored.byName().setNames()).containsExactly("uuid", "size");
        assertThat(ignored.changes().fields()).extracting("name").containsExactly("uuid", "size");
    }

    @Test
    void pin_capsTargetsAndPeers() {
        ObjectCodec pinned = ObjectCodec.builder(Releases.THREE.registry)
                .pin("the second release", Releases.TWO.manifest())
                .build();
        DynamicObject fleet = Releases.THREE.fullFleet();
        String expected =
                Releases.THREE.codec().forPeer(Releases.TWO.manifest()).toJson(fleet);

        assertThat(pinned.toJson(fleet)).isEqualTo(expected);
        assertThat(pinned.forPeer(Releases.THREE.manifest()).toJson(fleet)).isEqualTo(expected);
        assertThat(Releases.TWO.codec().fromJson(expected)).isInstanceOf(DynamicObject.class);
    }

    @Test
    void removedField_isFilledForTheOldest_andComesBackFromIt() {
        ObjectCodec forOldest = Releases.TWO.codec().forPeer(Releases.ONE.manifest());
        DynamicObject atOldest =
                (DynamicObject) Releases.ONE.codec().fromJson(forOldest.toJson(Releases.TWO.fullConsumer(1)));
        DynamicObject fromOldest = (DynamicObject)
                Releases.TWO.codec().fromJson(Releases.ONE.codec().toJson(Releases.ONE.fullConsumer(1)));

        assertThat(atOldest.get("note")).isEqualTo("none");
        assertThat(fromOldest.get("note")).isEqualTo("first");
        assertThat(((DynamicObject) Releases.ONE.codec().fromJson(forOldest.toJson(fromOldest))).get("note"))
                .isEqualTo("first");
    }
}
