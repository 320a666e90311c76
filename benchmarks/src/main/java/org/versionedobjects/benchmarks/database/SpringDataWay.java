package org.versionedobjects.benchmarks.database;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.versionedobjects.benchmarks.database.spring.ConsumerAggregate;
import org.versionedobjects.benchmarks.database.spring.ConsumerRepository;
import org.versionedobjects.benchmarks.database.spring.Owner;
import org.versionedobjects.benchmarks.database.spring.SpringDataConfiguration;

/**
 * Spring Data JDBC, whose template writes without the transaction that a repository's methods put round each statement. It
 * updates all columns that may change, and rows with a version one by one.
 */
final class SpringDataWay implements DatabaseWay<ConsumerAggregate> {
    static final String NAME = "Spring Data JDBC";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JdbcAggregateOperations template;
    private final ConsumerRepository repository;
    private final TransactionTemplate transactions;

    SpringDataWay(BenchmarkDatabase database) {
        context.registerBean(
                DataSource.class,
                database::dataSource,
                definition -> definition.setDestroyMethodName("")); // the pool stays open
        context.register(SpringDataConfiguration.class);
        context.refresh();
        template = context.getBean(JdbcAggregateOperations.class);
        repository = context.getBean(ConsumerRepository.class);
        transactions = context.getBean(TransactionTemplate.class);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ConsumerAggregate make(ConsumerRow row) {
        ConsumerAggregate made = new ConsumerAggregate();
        made.uuid = row.uuid();
        made.project = new Owner(row.projectId(), row.projectExternalId());
        made.user = new Owner(row.userId(), row.userExternalId());
        made.consumerTypeId = row.consumerTypeId();
        return made;
    }

    @Override
    public ConsumerRow row(ConsumerAggregate consumer) {
        return ConsumerRow.ofColumns(
                consumer.id,
                consumer.uuid,
                consumer.project.id(),
                consumer.project.externalId(),
                consumer.user.id(),
                consumer.user.externalId(),
                consumer.generation,
                consumer.consumerTypeId,
                consumer.createdAt,
                consumer.updatedAt);
    }

    @Override
    public ConsumerAggregate insert(ConsumerAggregate consumer) {
        consumer.createdAt = PlainWay.columnNow();
        return template.insert(consumer);
    }

    @Override
    public ConsumerAggregate load(UUID uuid) {
        return repository.load(uuid);
    }

    @Override
    public List<ConsumerAggregate> page(long afterId) {
        return repository.page(afterId, PAGE);
    }

    @Override
    public void changeType(ConsumerAggregate consumer, long typeId) {
        consumer.consumerTypeId = typeId;
    }

    @Override
    public boolean save(ConsumerAggregate consumer) {
        return isSaved(consumer, PlainWay.columnNow());
    }

    private boolean isSaved(ConsumerAggregate consumer, LocalDateTime now) {
        Long generation = consumer.generation;
        consumer.updatedAt = now;
        try {
            template.update(consumer);
            return true;
        } catch (OptimisticLockingFailureException e) {
            consumer.generation = generation; // it is the next one already
            return false;
        }
    }

    @Override
    public Set<Integer> saveAll(List<ConsumerAggregate> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        return Objects.requireNonNull(
                transactions.execute(transaction -> StaleRows.find(consumers, consumer -> !isSaved(consumer, now))));
    }

    @Override
    public List<ConsumerAggregate> insertAll(List<ConsumerAggregate> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        consumers.forEach(consumer -> consumer.createdAt = now);
        transactions.executeWithoutResult(transaction -> template.insertAll(consumers));
        return consumers;
    }

    @Override
    public void close() {
        context.close();
    }
}
