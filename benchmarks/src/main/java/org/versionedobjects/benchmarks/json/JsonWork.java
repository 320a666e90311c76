package org.versionedobjects.benchmarks.json;

import java.util.ArrayList;
import java.util.List;
import org.versionedobjects.benchmarks.race.Call;
import org.versionedobjects.benchmarks.race.SameWork;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents, the ways to write and read them, and the check that all ways do the same. */
final class JsonWork {
    private final HandWritten limit = new HandWritten();
    private final LibraryWay library = new LibraryWay();
    private final List<JsonWay<?, ?>> peers = List.of(
            Databind2Way.plain(),
            Databind2Way.withBlackbird(),
            Databind3Way.plain(),
            Databind3Way.withBlackbird(),
            new TreeWay(),
            new AvajeWay());

    private final byte[] one = limit.write(limit.consumer(ConsumerFacts.ONE));
    private final byte[] thousand =
            limit.writeList(ConsumerFacts.THOUSAND.stream().map(limit::consumer).toList());
    private final byte[] old = limit.writeOld(limit.consumer(ConsumerFacts.ONE));

    HandWritten limit() {
        return limit;
    }

    LibraryWay library() {
        return library;
    }

    List<JsonWay<?, ?>> peers() {
        return peers;
    }

    byte[] one() {
        return one.clone();
    }

    byte[] thousand() {
        return thousand.clone();
    }

    byte[] old() {
        return old.clone();
    }

    <C> Call writeOne(JsonWay<C, ?> way) {
        C consumer = way.consumer(ConsumerFacts.ONE);
        return () -> way.write(consumer).length;
    }

    <C> Call readOne(JsonWay<C, ?> way, byte[] json) {
        return () -> way.read(json) == null ? 0 : 1;
    }

    <C, L> Call writeThousand(JsonWay<C, L> way) {
        L list = list(way);
        return () -> way.writeList(list).length;
    }

    <C, L> Call readThousand(JsonWay<C, L> way) {
        byte[] json = thousand();
        return () -> way.elements(way.readList(json)).size();
    }

    <C> Call writeOld(JsonWay<C, ?> way) {
        C consumer = way.consumer(ConsumerFacts.ONE);
        return () -> way.writeOld(consumer).length;
    }

    private static <C, L> L list(JsonWay<C, L> way) {
        return way.list(new ArrayList<>(
                ConsumerFacts.THOUSAND.stream().map(way::consumer).toList()));
    }

    /**
     * Checks that all write the same JSON, whatever the order of its keys, and read the same values.
     *
     * @throws IllegalStateException if one does not
     */
    void check() throws Exception {
        check(limit);
        check(library);
        for (JsonWay<?, ?> peer : peers) {
            check(peer);
        }
        byte[] versioned = new ModelVersioning(ConsumerFacts.ONE).writeOld();
        SameWork.require("J5", ModelVersioning.NAME, tree(old), tree(versioned));
    }

    <C, L> void check(JsonWay<C, L> way) throws Exception {
        C consumer = way.consumer(ConsumerFacts.ONE);
        SameWork.require("J1", way.name(), tree(one), tree(way.write(consumer)));
        SameWork.require("J2", way.name(), ConsumerFacts.ONE, way.facts(way.read(one)));
        SameWork.require("J3", way.name(), tree(thousand), tree(way.writeList(list(way))));
        SameWork.require("J4", way.name(), ConsumerFacts.THOUSAND, facts(way, way.readList(thousand)));
        SameWork.require("J5", way.name(), tree(old), tree(way.writeOld(consumer)));
        SameWork.require("J6", way.name(), ConsumerFacts.ONE, way.facts(way.read(PythonText.of(one))));
    }

    private static <C, L> List<ConsumerFacts> facts(JsonWay<C, L> way, L list) {
        return way.elements(list).stream().map(way::facts).toList();
    }

    private static JsonNode tree(byte[] json) {
        return JsonMapper.shared().readTree(json);
    }
}
