package org.versionedobjects.lock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.json.ObjectCodec;

/**
 * The checks that keep versions honest, for whatever runs them: tests, a build, a main method. They compare the code with
 * the lock file and with the golden corpus beside it.
 *
 * <pre>{@code
 * VersionChecks.of(PlacementTypes.REGISTRY).check();
 * }</pre>
 *
 * <p>Immutable and thread-safe; the files are read anew each time.
 */
public final class VersionChecks {
    static final Path LOCK_FILE = Path.of("object-versions.lock.json");
    private static final String CORPUS = "object-corpus";

    private final CheckSetup setup;

    private VersionChecks(CheckSetup setup) {
        this.setup = setup;
    }

    /** Returns the checks of a registry, with the lock file in the working directory. */
    public static VersionChecks of(ObjectRegistry registry) {
        return builder(registry).build();
    }

    /** Starts the checks of a registry. */
    public static Builder builder(ObjectRegistry registry) {
        return builder(ObjectCodec.of(registry));
    }

    /**
     * Starts the checks of a codec's registry: where objects go under a serial namespace or a profile of their own, so that
     * the corpus holds what is really sent.
     */
    public static Builder builder(ObjectCodec codec) {
        return new Builder(codec);
    }

    /** Collects what the checks go by. */
    public static final class Builder {
        private final ObjectCodec codec;
        private final List<String> packages = new ArrayList<>();
        private final List<ObjectType<?>> roots = new ArrayList<>();
        private Path lockFile = LOCK_FILE;
        private @Nullable Path corpus;
        private Samples samples;
        private boolean requiresChildTables;
        private CheckCommands commands = CheckCommands.MAIN_CLASS;

        private Builder(ObjectCodec codec) {
            this.codec = Objects.requireNonNull(codec, "codec");
            this.samples = Samples.of(codec.registry());
        }

        /** Sets where the lock file is. Default: {@code object-versions.lock.json} in the working directory. */
        public Builder lockFile(Path file) {
            this.lockFile = Objects.requireNonNull(file, "file");
            return this;
        }

        /**
         * Sets where the corpus is. Default: {@code object-corpus} beside the lock file. It holds objects as they are sent, so
         * the values that samples have for secret fields stand there in clear; made-up ones do no harm.
         */
        public Builder corpus(Path directory) {
            this.corpus = Objects.requireNonNull(directory, "directory");
            return this;
        }

        /** Sets how objects are made to try things on. Default: {@code Samples.of(registry)}. */
        public Builder samples(Samples newSamples) {
            this.samples = Objects.requireNonNull(newSamples, "newSamples");
            return this;
        }

        /** Adds packages in which every type must be registered, those below them included. Default: none. */
        public Builder packages(String... names) {
            packages.addAll(Arrays.asList(names));
            return this;
        }

        /** Adds types of which objects stand by themselves: every type must be one or stand in one. Default: none. */
        public Builder roots(ObjectType<?>... types) {
            roots.addAll(Arrays.asList(types));
            return this;
        }

        /** Has every field of objects need a {@code child} table: for peers that send no manifest. Default: it may. */
        public Builder requireChildTables() {
            this.requiresChildTables = true;
            return this;
        }

        /** Sets what problems say to type. Default: the main class. */
        public Builder commands(CheckCommands newCommands) {
            this.commands = Objects.requireNonNull(newCommands, "newCommands");
            return this;
        }

        /**
         * Returns the checks.
         *
         * @throws IllegalArgumentException if the samples are of another registry
         */
        public VersionChecks build() {
            if (!samples.registry().equals(codec.registry())) {
                throw new IllegalArgumentException("The samples are of " + samples.registry()
                        + ", but the checks are of " + codec.registry() + "; make them with Samples.of(REGISTRY)");
            }
            Path directory = corpus == null ? lockFile.resolveSibling(CORPUS) : corpus;
            return new VersionChecks(new CheckSetup(
                    codec,
                    lockFile,
                    directory,
                    samples,
                    List.copyOf(packages),
                    List.copyOf(roots),
                    requiresChildTables,
                    commands));
        }
    }

    /**
     * Returns the checks, those of one group one after the other: the lock file; released versions, one for each type; the
     * registry; child tables; round trips; the corpus, one for each release.
     */
    public List<VersionCheck> checks() {
        return Stream.of(LockFileCheck.of(setup), ofCode(), CorpusChecks.of(setup))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns those that concern a release, not the files. */
    private List<VersionCheck> ofCode() {
        return Stream.of(
                        ReleasedVersionsCheck.of(setup),
                        RegistryChecks.of(setup),
                        ChildTableChecks.of(setup),
                        RoundTripChecks.of(setup))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Passes if nothing is wrong.
     *
     * @throws VersionCheckException with all problems of all checks
     */
    public void check() {
        VersionCheckException.throwIfAny(problems(checks()));
    }

    private static List<VersionProblem> problems(List<VersionCheck> checks) {
        return checks.stream().flatMap(each -> each.run().stream()).toList();
    }

    /**
     * Writes to the lock file what the code says of versions in the making.
     *
     * @return a sentence for each version that came, went or changed; none if the file was up to date
     * @throws VersionCheckException if a released version would change; then nothing is written
     * @throws InvalidLockException if there is a file that is no lock
     */
    public List<String> writeLock() {
        return new ReleaseRecorder(setup).writeLock();
    }

    /**
     * Records a release: all types at the versions of the code, in the lock file, and what they write, in the corpus. All
     * checks must pass before, except that the lock file need not be up to date. Either all is written or nothing.
     *
     * @param name what to call it; it becomes the name of a directory
     * @throws VersionCheckException if a check fails, if there is a release of this name, or if the name is none
     * @throws InvalidLockException if there is a file that is no lock
     */
    public void release(String name) {
        Objects.requireNonNull(name, "name");
        setup.lock();
        List<VersionCheck> before = Stream.concat(ofCode().stream(), CorpusChecks.of(setup).stream())
                .toList();
        VersionCheckException.throwIfAny(problems(before));
        new ReleaseRecorder(setup).release(name);
    }

    /**
     * Records in the lock file that the application no longer has a type, on purpose. What was released of it stays.
     *
     * @throws org.versionedobjects.UnknownObjectException if the lock does not have it
     * @throws VersionCheckException if the code still has it
     */
    public void retire(LockedType.Id id) {
        new ReleaseRecorder(setup).retire(Objects.requireNonNull(id, "id"));
    }

    /**
     * Records in the lock file that the application has a type again that was retired. From now on it is checked like others.
     *
     * @throws org.versionedobjects.UnknownObjectException if the lock does not have it as retired
     * @throws VersionCheckException if the code does not have it
     */
    public void restore(LockedType.Id id) {
        new ReleaseRecorder(setup).restore(Objects.requireNonNull(id, "id"));
    }

    /** Returns what problems say to type. */
    public CheckCommands commands() {
        return setup.commands();
    }

    /** Returns where the lock file is. */
    public Path lockFile() {
        return setup.lockFile();
    }

    /** Returns these checks with other commands in their problems. */
    public VersionChecks withCommands(CheckCommands commands) {
        return new VersionChecks(setup.withCommands(Objects.requireNonNull(commands, "commands")));
    }

    /** Returns the lock file and the types. */
    @Override
    public String toString() {
        return "checks of " + setup.lockFile() + " and " + setup.registry();
    }
}
