package org.versionedobjects.benchmarks.json;

import java.util.List;
import org.versionedobjects.benchmarks.json.beans.ConsumerBean;
import org.versionedobjects.benchmarks.json.beans.ConsumerEnvelope;
import org.versionedobjects.benchmarks.json.beans.ConsumerListBean;
import org.versionedobjects.benchmarks.json.beans.ConsumerListEnvelope;
import org.versionedobjects.benchmarks.json.beans.EnvelopeBean;
import org.versionedobjects.benchmarks.json.beans.OldConsumerBean;
import org.versionedobjects.benchmarks.json.beans.OldConsumerEnvelope;
import org.versionedobjects.benchmarks.json.beans.OwnerBean;
import org.versionedobjects.benchmarks.json.beans.OwnerEnvelope;
import org.versionedobjects.benchmarks.json.beans.VersionedEnvelope;

/** Beans of facts and facts of beans. */
final class Beans {
    private Beans() {}

    static ConsumerEnvelope envelope(ConsumerFacts facts) {
        ConsumerEnvelope envelope = new ConsumerEnvelope();
        head(envelope, "Consumer", "1.1");
        envelope.setData(data(facts));
        return envelope;
    }

    private static ConsumerBean data(ConsumerFacts facts) {
        ConsumerBean data = new ConsumerBean();
        data.setId(facts.id());
        data.setUuid(facts.uuid());
        data.setProject(owner("Project", facts.projectId(), facts.projectExternalId()));
        data.setUser(owner("User", facts.userId(), facts.userExternalId()));
        data.setGeneration(facts.generation());
        data.setConsumerTypeId(facts.consumerTypeId());
        data.setCreatedAt(facts.createdAt());
        data.setUpdatedAt(facts.updatedAt());
        return data;
    }

    private static OwnerEnvelope owner(String name, long id, String externalId) {
        OwnerBean data = new OwnerBean();
        data.setId(id);
        data.setExternalId(externalId);
        OwnerEnvelope envelope = new OwnerEnvelope();
        head(envelope, name, "1.0");
        envelope.setData(data);
        return envelope;
    }

    private static void head(EnvelopeBean envelope, String name, String version) {
        envelope.setName(name);
        envelope.setNamespace("placement");
        envelope.setVersion(version);
    }

    static ConsumerFacts facts(ConsumerEnvelope envelope) {
        ConsumerBean data = envelope.getData();
        OwnerBean project = data.getProject().getData();
        OwnerBean user = data.getUser().getData();
        return new ConsumerFacts(
                data.getId(),
                data.getUuid(),
                project.getId(),
                project.getExternalId(),
                user.getId(),
                user.getExternalId(),
                data.getGeneration(),
                data.getConsumerTypeId(),
                data.getCreatedAt(),
                data.getUpdatedAt());
    }

    static ConsumerListEnvelope list(List<ConsumerEnvelope> consumers) {
        ConsumerListBean data = new ConsumerListBean();
        data.setObjects(consumers);
        ConsumerListEnvelope envelope = new ConsumerListEnvelope();
        head(envelope, "ConsumerList", "1.0");
        envelope.setData(data);
        return envelope;
    }

    static List<ConsumerEnvelope> elements(ConsumerListEnvelope list) {
        return list.getData().getObjects();
    }

    /** Returns the beans of 1.0 of a consumer, as a user makes them who keeps a class for each version. */
    static OldConsumerEnvelope old(ConsumerEnvelope envelope) {
        ConsumerBean data = envelope.getData();
        OldConsumerBean old = new OldConsumerBean();
        old.setId(data.getId());
        old.setUuid(data.getUuid());
        old.setProject(data.getProject());
        old.setUser(data.getUser());
        old.setGeneration(data.getGeneration());
        old.setCreatedAt(data.getCreatedAt());
        old.setUpdatedAt(data.getUpdatedAt());
        OldConsumerEnvelope to = new OldConsumerEnvelope();
        head(to, "Consumer", "1.0");
        to.setData(old);
        return to;
    }

    static VersionedEnvelope versioned(ConsumerFacts facts) {
        VersionedEnvelope envelope = new VersionedEnvelope();
        envelope.setName("Consumer");
        envelope.setNamespace("placement");
        envelope.setData(data(facts));
        return envelope;
    }
}
