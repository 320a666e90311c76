package org.versionedobjects.benchmarks.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Jackson 3's tree, filled from plain objects and read into them by hand. */
final class TreeWay implements JsonWay<PlainConsumer, List<PlainConsumer>> {
    static final String NAME = "Jackson 3 tree";

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PlainConsumer consumer(ConsumerFacts facts) {
        return PlainConsumer.of(facts);
    }

    @Override
    public ConsumerFacts facts(PlainConsumer consumer) {
        return consumer.facts();
    }

    @Override
    public List<PlainConsumer> list(List<PlainConsumer> consumers) {
        return consumers;
    }

    @Override
    public List<PlainConsumer> elements(List<PlainConsumer> list) {
        return list;
    }

    @Override
    public byte[] write(PlainConsumer consumer) {
        return mapper.writeValueAsBytes(tree(consumer));
    }

    @Override
    public PlainConsumer read(byte[] json) {
        return consumer(mapper.readTree(json));
    }

    @Override
    public byte[] writeList(List<PlainConsumer> list) {
        ObjectNode root = mapper.createObjectNode();
        ArrayNode objects = head(root, "ConsumerList", "1.0").putArray("objects");
        list.forEach(consumer -> objects.add(tree(consumer)));
        return mapper.writeValueAsBytes(root);
    }

    @Override
    public List<PlainConsumer> readList(byte[] json) {
        List<PlainConsumer> list = new ArrayList<>();
        for (JsonNode each : data(mapper.readTree(json)).get("objects")) {
            list.add(consumer(each));
        }
        return list;
    }

    /** Downgrades the tree, as oslo does. */
    @Override
    public byte[] writeOld(PlainConsumer consumer) {
        ObjectNode root = tree(consumer);
        ((ObjectNode) data(root)).remove("consumer_type_id");
        root.put("versioned_object.version", "1.0");
        return mapper.writeValueAsBytes(root);
    }

    private ObjectNode tree(PlainConsumer consumer) {
        ObjectNode root = mapper.createObjectNode();
        ObjectNode data = head(root, "Consumer", "1.1");
        data.put("id", consumer.id);
        data.put("uuid", consumer.uuid.toString());
        owner(data.putObject("project"), "Project", consumer.project);
        owner(data.putObject("user"), "User", consumer.user);
        data.put("generation", consumer.generation);
        data.put("consumer_type_id", consumer.consumerTypeId);
        data.put("created_at", consumer.createdAt.toString());
        data.put("updated_at", consumer.updatedAt.toString());
        return root;
    }

    private static void owner(ObjectNode root, String name, PlainConsumer.Owner owner) {
        head(root, name, "1.0").put("id", owner.id).put("external_id", owner.externalId);
    }

    private static ObjectNode head(ObjectNode root, String name, String version) {
        root.put("versioned_object.name", name);
        root.put("versioned_object.namespace", "placement");
        root.put("versioned_object.version", version);
        return root.putObject("versioned_object.data");
    }

    private static PlainConsumer consumer(JsonNode root) {
        JsonNode data = data(root);
        PlainConsumer consumer = new PlainConsumer();
        consumer.id = data.get("id").longValue();
        consumer.uuid = UUID.fromString(data.get("uuid").stringValue());
        owner(data.get("project"), consumer.project);
        owner(data.get("user"), consumer.user);
        consumer.generation = data.get("generation").longValue();
        consumer.consumerTypeId = data.get("consumer_type_id").longValue();
        consumer.createdAt = Instant.parse(data.get("created_at").stringValue());
        consumer.updatedAt = Instant.parse(data.get("updated_at").stringValue());
        return consumer;
    }

    private static void owner(JsonNode root, PlainConsumer.Owner owner) {
        JsonNode data = data(root);
        owner.id = data.get("id").longValue();
        owner.externalId = data.get("external_id").stringValue();
    }

    private static JsonNode data(JsonNode root) {
        return root.get("versioned_object.data");
    }
}
