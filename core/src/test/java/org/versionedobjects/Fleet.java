package org.versionedobjects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.types.Types;

/** Models for the tests of objects: a ship with all that can stand in a field, and a harbour that holds ships. */
public final class Fleet {
    private Fleet() {}

    static class Ship extends VersionedObject {
        private static final ObjectType.Definition<Ship> DEFINE =
                ObjectType.define(Ship.class, "fleet", "Ship", Ship::new);
        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<@Nullable String> FLAG =
                DEFINE.field("flag", Types.string().nullable());
        static final Field<Long> CREW = DEFINE.field("crew", Types.longInteger().defaultsTo(7L));
        static final Field<List<String>> TAGS =
                DEFINE.field("tags", Types.listOf(Types.string()).defaultsTo(List.of("new")));
        static final Field<String> CODE = DEFINE.field("code", Types.string().secret());
        static final Field<@Nullable Ship> TOWED =
                DEFINE.field("towed", Types.object(Ship.class).nullable());
        static final ObjectType<Ship> TYPE = DEFINE.computed("shout", ship -> ship.upperName())
                .loadedBy((ship, missing, loaded) -> ship.findContext(Sea.class).ifPresent(sea -> sea.load(loaded)))
                .version("1.3");

        Ship() {
            super(TYPE);
        }

        private String upperName() {
            return find(NAME).orElse("nobody").toUpperCase(java.util.Locale.ROOT);
        }

        static Ship of(long id, String name) {
            Ship ship = TYPE.with(ID, id).with(NAME, name).build();
            ship.resetChanges();
            return ship;
        }
    }

    /** A context from which ships are loaded; counts how often. */
    static final class Sea {
        int loads;
        Optional<String> name = Optional.of("Argo");

        void load(FieldLoader.Loaded loaded) {
            loads++;
            name.ifPresent(found -> loaded.put(Ship.NAME, found));
            loaded.put(Ship.CREW, 50L);
        }
    }

    static final class Harbour extends VersionedObject {
        private static final ObjectType.Definition<Harbour> DEFINE =
                ObjectType.define(Harbour.class, "fleet", "Harbour", Harbour::new);
        static final Field<Ship> FLAGSHIP = DEFINE.field("flagship", Types.object(Ship.class));
        static final Field<List<Ship>> SHIPS = DEFINE.field("ships", Types.listOf(Types.object(Ship.class)));
        static final Field<Map<String, List<@Nullable Ship>>> BERTHS = DEFINE.field(
                "berths", Types.mapOf(Types.listOf(Types.object(Ship.class).nullable())));
        static final Field<ObjectList<Ship>> LIST = DEFINE.field("list", Types.objects(Ship.class));
        static final ObjectType<Harbour> TYPE = DEFINE.version("1.0");

        Harbour() {
            super(TYPE);
        }
    }

    static final ObjectType<ObjectList<Ship>> SHIP_LIST = ObjectType.listOf("fleet", "ShipList", Ship.class);

    public static final ObjectRegistry REGISTRY = ObjectRegistry.of(Ship.TYPE, Harbour.TYPE, SHIP_LIST);

    static ObjectList<Ship> listOf(Ship... ships) {
        ObjectList<Ship> list = SHIP_LIST.newObject();
        list.set(list.objects(), List.of(ships));
        return list;
    }
}
