package org.versionedobjects.golden;

import java.util.Map;
import java.util.Set;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidDefinitionException;
import org.versionedobjects.InvalidEnvelopeException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.InvalidVersionException;
import org.versionedobjects.ReadOnlyFieldException;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.UnsetFieldException;

/** Which exception of ours stands for which class of Python's; messages are ours and not compared. */
final class Failures {
    private static final Map<String, Set<Class<?>>> TABLE = Map.ofEntries(
            // a target or a manifest's entry that is no version, too
            Map.entry("ValueError", Set.of(InvalidValueException.class, InvalidVersionException.class)),
            Map.entry("TypeError", Set.of(InvalidValueException.class, InvalidEnvelopeException.class)),
            Map.entry("KeyTypeError", Set.of(InvalidValueException.class)),
            Map.entry("OverflowError", Set.of(InvalidValueException.class)),
            // a key that an envelope lacks; a state without a rule
            Map.entry("KeyError", Set.of(InvalidEnvelopeException.class, InvalidValueException.class)),
            // a name that is no field; a primitive of the wrong kind, of which Python asks a method
            Map.entry("AttributeError", Set.of(UnknownFieldException.class, InvalidValueException.class)),
            Map.entry("NotImplementedError", Set.of(UnsetFieldException.class)),
            Map.entry("ReadOnlyFieldError", Set.of(ReadOnlyFieldException.class)),
            // the version tree of a name that nobody has
            Map.entry("IndexError", Set.of(UnknownObjectException.class)),
            Map.entry("UnsupportedObjectError", Set.of(UnknownObjectException.class)),
            Map.entry("IncompatibleObjectVersion", Set.of(IncompatibleVersionException.class)),
            Map.entry("InvalidTargetVersion", Set.of(IncompatibleVersionException.class)),
            // no rule for a child
            Map.entry("ObjectActionError", Set.of(IncompatibleVersionException.class)),
            Map.entry("InvalidVersion", Set.of(InvalidEnvelopeException.class)),
            Map.entry("EnumRequiresValidValuesError", Set.of(InvalidDefinitionException.class)),
            Map.entry("EnumValidValuesInvalidError", Set.of(InvalidDefinitionException.class)));

    private Failures() {}

    /** Returns whether ours stands for what oslo raised: {@code {"class": …, "module": …}}. */
    static boolean standsFor(RuntimeException ours, Object error) {
        return error instanceof Map<?, ?> map
                && TABLE.getOrDefault(map.get("class"), Set.of()).contains(ours.getClass());
    }
}
