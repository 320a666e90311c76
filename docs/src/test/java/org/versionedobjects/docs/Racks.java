package org.versionedobjects.docs;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** One class as it was edited, from release to release, of the page on releasing. */
@SuppressWarnings("SameNameButDifferent") // it is one class, at different times
final class Racks {
    private Racks() {}

    /** As it went out with 2026.1. */
    static final class First {
        private First() {}

        // tag::first[]
        static final class Rack extends VersionedObject {
            private static final ObjectType.Definition<Rack> DEFINE =
                    ObjectType.define(Rack.class, "dc", "Rack", Rack::new);

            static final Field<String> NAME = DEFINE.field("name", Types.string());
            static final Field<Integer> HEIGHT = DEFINE.field("height", Types.integer());

            static final ObjectType<Rack> TYPE = DEFINE.version("1.0");

            Rack() {
                super(TYPE);
            }
        }
        // end::first[]

        static final ObjectRegistry REGISTRY = ObjectRegistry.of(Rack.TYPE);
    }

    /** A field is added, and nothing else done. */
    static final class Careless {
        private Careless() {}

        static final class Rack extends VersionedObject {
            private static final ObjectType.Definition<Rack> DEFINE =
                    ObjectType.define(Rack.class, "dc", "Rack", Rack::new);

            static final Field<String> NAME = DEFINE.field("name", Types.string());
            static final Field<Integer> HEIGHT = DEFINE.field("height", Types.integer());
            // tag::careless[]
            static final Field<String> OWNER = DEFINE.field("owner", Types.string());
            // end::careless[]

            static final ObjectType<Rack> TYPE = DEFINE.version("1.0");

            Rack() {
                super(TYPE);
            }
        }

        static final ObjectRegistry REGISTRY = ObjectRegistry.of(Rack.TYPE);
    }

    /** With what the test said to type; so it goes out with 2026.2. */
    static final class Cured {
        private Cured() {}

        static final class Rack extends VersionedObject {
            private static final ObjectType.Definition<Rack> DEFINE =
                    ObjectType.define(Rack.class, "dc", "Rack", Rack::new);

            static final Field<String> NAME = DEFINE.field("name", Types.string());
            static final Field<Integer> HEIGHT = DEFINE.field("height", Types.integer());
            // tag::cured[]
            static final Field<String> OWNER =
                    DEFINE.field("owner", Types.string().since("1.1"));

            static final ObjectType<Rack> TYPE = DEFINE.version("1.1");
            // end::cured[]

            Rack() {
                super(TYPE);
            }
        }

        static final ObjectRegistry REGISTRY = ObjectRegistry.of(Rack.TYPE);
    }

    /** The field that went out is edited. */
    static final class Edited {
        private Edited() {}

        static final class Rack extends VersionedObject {
            private static final ObjectType.Definition<Rack> DEFINE =
                    ObjectType.define(Rack.class, "dc", "Rack", Rack::new);

            static final Field<String> NAME = DEFINE.field("name", Types.string());
            static final Field<Integer> HEIGHT = DEFINE.field("height", Types.integer());
            // tag::edited[]
            static final Field<String> OWNER =
                    DEFINE.field("owner", Types.string().maxLength(20).since("1.1"));
            // end::edited[]

            static final ObjectType<Rack> TYPE = DEFINE.version("1.1");

            Rack() {
                super(TYPE);
            }
        }

        static final ObjectRegistry REGISTRY = ObjectRegistry.of(Rack.TYPE);
    }

    /** The field that went out with 1.1 is said to have come later. */
    static final class Rewritten {
        private Rewritten() {}

        static final class Rack extends VersionedObject {
            private static final ObjectType.Definition<Rack> DEFINE =
                    ObjectType.define(Rack.class, "dc", "Rack", Rack::new);

            static final Field<String> NAME = DEFINE.field("name", Types.string());
            static final Field<Integer> HEIGHT = DEFINE.field("height", Types.integer());
            // tag::rewritten[]
            static final Field<String> OWNER =
                    DEFINE.field("owner", Types.string().since("1.2"));

            static final ObjectType<Rack> TYPE = DEFINE.version("1.2");
            // end::rewritten[]

            Rack() {
                super(TYPE);
            }
        }

        static final ObjectRegistry REGISTRY = ObjectRegistry.of(Rack.TYPE);
    }
}
