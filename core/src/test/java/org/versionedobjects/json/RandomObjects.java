package org.versionedobjects.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.Sample.Project;
import org.versionedobjects.types.Timestamps;

/** Makes objects of which each field is unset, null where it may be, or a value; some are dirty. */
record RandomObjects(Random random) {
    Sample.Consumer consumer(int depth) {
        Sample.Consumer object = new Sample.Consumer();
        maybe(object, Sample.Consumer.ID, Random::nextLong);
        maybe(object, Sample.Consumer.UUID, each -> new UUID(each.nextLong(), each.nextLong()));
        maybe(object, Sample.Consumer.PROJECT, each -> each.nextBoolean() ? null : project());
        maybe(object, Sample.Consumer.PROJECTS, each -> some(this::project));
        maybe(object, Sample.Consumer.BY_NAME, each -> named(this::project));
        maybe(object, Sample.Consumer.ACTIVE, Random::nextBoolean);
        maybe(object, Sample.Consumer.SHARE, Random::nextGaussian);
        maybe(object, Sample.Consumer.TAGS, each -> named(() -> some(() -> each.nextBoolean() ? null : text())));
        maybe(object, Sample.Consumer.TOKEN, each -> text());
        maybe(object, Sample.Consumer.TYPE_ID, each -> each.nextBoolean() ? null : each.nextLong());
        maybe(
                object,
                Timestamps.CREATED_AT,
                each -> Instant.ofEpochSecond(each.nextInt(), each.nextInt(1_000_000_000)));
        if (depth > 0 && random.nextBoolean()) {
            object.set(Sample.Consumer.PARENT, consumer(depth - 1));
        }
        if (random.nextBoolean()) {
            object.resetChangesDeep();
        }
        return object;
    }

    Project project() {
        Project project = new Project();
        maybe(project, Project.EXTERNAL_ID, each -> text());
        maybe(project, Project.NAME, each -> text());
        if (random.nextBoolean()) {
            project.resetChanges();
        }
        return project;
    }

    private <T extends @Nullable Object> void maybe(VersionedObject object, Field<T> field, Function<Random, T> value) {
        if (random.nextInt(4) > 0) {
            object.set(field, value.apply(random));
        }
    }

    private String text() {
        int[] points = random.ints(random.nextInt(8), 0, 0x11000)
                .map(point -> Character.isSurrogate((char) point) ? 'x' : point)
                .toArray();
        return new String(points, 0, points.length);
    }

    private <E extends @Nullable Object> List<E> some(Supplier<E> element) {
        List<E> elements = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            elements.add(element.get());
        }
        return elements;
    }

    private <E extends @Nullable Object> Map<String, E> named(Supplier<E> element) {
        Map<String, E> elements = new TreeMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            elements.put(text(), element.get());
        }
        return elements;
    }
}
