package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectType;
import org.versionedobjects.json.Sample.Consumer;
import org.versionedobjects.json.Sample.Project;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** A Jackson mapper without the module says so, rather than writing an object as an empty map. */
class PlainMapperTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    record Request(Consumer consumer) {}

    private static void assertRefused(Object written) {
        assertThatThrownBy(() -> MAPPER.writeValueAsString(written))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("is no bean")
                .hasMessageContaining("give the mapper the module of a codec");
    }

    @Test
    void object_isRefused() {
        assertRefused(Sample.consumer());
        assertRefused(Project.TYPE.newObject());
    }

    @Test
    void objectInside_isRefused() {
        assertRefused(new Request(Sample.consumer()));
        assertRefused(List.of(Sample.project("one")));
        assertRefused(Map.of("a", Sample.project("one")));
    }

    @Test
    void dynamicObject_isRefused() {
        assertRefused(ObjectType.dynamic("demo", "Dynamic").version("1.0").newObject());
        assertThat(ObjectType.dynamic("demo", "Dynamic").version("1.0").newObject())
                .isInstanceOf(DynamicObject.class);
    }

    @Test
    void listObjectWithElements_isRefused() {
        ObjectList<Project> list = Sample.PROJECT_LIST.newObject();
        list.set(list.objects(), List.of(Sample.project("one")));

        assertRefused(list);
    }

    @Test
    void valuesOfChanges_areRefused() {
        Project project = Sample.project("one");

        assertRefused(project.changes().after());
    }

    @Test
    void envelope_isNotRead() {
        String json = Sample.CODEC.toJson(Sample.project("one"));

        assertThatThrownBy(() -> MAPPER.readValue(json, Project.class)).isInstanceOf(DatabindException.class);
    }
}
