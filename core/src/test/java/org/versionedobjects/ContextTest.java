package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Fleet.Harbour;
import org.versionedobjects.Fleet.Ship;
import org.versionedobjects.json.ObjectCodec;

class ContextTest {
    private final Ship ship = Ship.of(1, "Argo");
    private final Harbour harbour =
            Harbour.TYPE.with(Harbour.SHIPS, List.of(ship)).build();
    private final ObjectCodec codec = ObjectCodec.of(Fleet.REGISTRY);

    @Test
    void setContext_reachesEveryObjectInside() {
        harbour.setContext("alice");

        assertThat(harbour.findContext()).contains("alice");
        assertThat(ship.findContext(String.class)).contains("alice");
        assertThat(ship.findContext(Long.class)).isEmpty();
    }

    @Test
    void context_isNoStateAndIsNeverWritten() {
        String before = codec.toJson(harbour);
        Harbour same = (Harbour) harbour.copy();
        harbour.setContext("alice");

        assertThat(codec.toJson(harbour)).isEqualTo(before);
        assertThat(harbour.sameState(same)).isTrue();
        assertThat(harbour.toString()).doesNotContain("alice");
    }

    @Test
    void withContext_replacesItForABlock_andEachObjectGetsItsOwnBack() {
        harbour.setContext("alice");
        ship.setContext("bob");

        try (ContextScope scope = harbour.withContext("admin")) {
            assertThat(scope).isNotNull();
            assertThat(ship.findContext()).contains("admin");
        }
        assertThat(harbour.findContext()).contains("alice");
        assertThat(ship.findContext()).contains("bob");
    }

    @Test
    void withContext_restoresAfterAnException() {
        harbour.setContext("alice");

        assertThatThrownBy(() -> {
                    try (ContextScope scope = harbour.withContext("admin")) {
                        throw new IllegalStateException(scope.getClass().getName());
                    }
                })
                .isInstanceOf(IllegalStateException.class);
        assertThat(harbour.findContext()).contains("alice");
    }

    @Test
    void copy_hasTheSameContext() {
        harbour.setContext("alice");

        Harbour copy = (Harbour) harbour.copy();

        assertThat(copy.findContext()).contains("alice");
        assertThat(copy.get(Harbour.SHIPS).get(0).findContext()).contains("alice");
    }

    @Test
    void codecInContext_givesItToEveryObjectItReads() {
        String json = codec.toJson(harbour);

        Harbour read = codec.inContext("rpc").fromJson(Harbour.TYPE, json);

        assertThat(read.findContext()).contains("rpc");
        assertThat(read.get(Harbour.SHIPS).get(0).findContext()).contains("rpc");
        assertThat(codec.fromJson(Harbour.TYPE, json).findContext()).isEmpty();
    }
}
