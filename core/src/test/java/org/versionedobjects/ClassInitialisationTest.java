package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

/**
 * Types that refer to each other, in every order of loading. Each test has a class loader of its own for this library
 * and the models, so that nothing is initialised before.
 */
class ClassInitialisationTest {

    static final class Author extends VersionedObject {
        private static final ObjectType.Definition<Author> DEFINE =
                ObjectType.define(Author.class, "demo", "Author", Author::new);
        static final Field<List<Book>> BOOKS = DEFINE.field("books", Types.listOf(Types.object(Book.class)));
        public static final ObjectType<Author> TYPE = DEFINE.version("1.0");

        Author() {
            super(TYPE);
        }
    }

    static final class Book extends VersionedObject {
        private static final ObjectType.Definition<Book> DEFINE =
                ObjectType.define(Book.class, "demo", "Book", Book::new);
        static final Field<Author> AUTHOR = DEFINE.field("author", Types.object(Author.class));
        static final Field<ObjectList<Author>> EDITORS = DEFINE.field("editors", Types.objects(Author.class));
        public static final ObjectType<Book> TYPE = DEFINE.version("1.0");

        Book() {
            super(TYPE);
        }
    }

    /** Where two classes wait for each other in the middle of their initialisation. */
    static final class Meeting {
        private static final CyclicBarrier BARRIER = new CyclicBarrier(2);

        static String meet(String name) {
            try {
                BARRIER.await(20, TimeUnit.SECONDS);
                return name;
            } catch (Exception e) {
                throw new IllegalStateException(name + " met nobody", e);
            }
        }
    }

    static final class Left extends VersionedObject {
        private static final ObjectType.Definition<Left> DEFINE =
                ObjectType.define(Left.class, "demo", Meeting.meet("Left"), Left::new);
        static final Field<Right> RIGHT = DEFINE.field("right", Types.object(Right.class));
        public static final ObjectType<Left> TYPE = DEFINE.version("1.0");

        Left() {
            super(TYPE);
        }
    }

    static final class Right extends VersionedObject {
        private static final ObjectType.Definition<Right> DEFINE =
                ObjectType.define(Right.class, "demo", Meeting.meet("Right"), Right::new);
        static final Field<Left> LEFT = DEFINE.field("left", Types.object(Left.class));
        public static final ObjectType<Right> TYPE = DEFINE.version("1.0");

        Right() {
            super(TYPE);
        }
    }

    /** What not to do: it reads the other's TYPE, which is null in one of the two orders. */
    static final class Careless extends VersionedObject {
        public static final String OTHER = String.valueOf(Friend.TYPE);
        public static final ObjectType<Careless> TYPE = ObjectType.define(
                        Careless.class, "demo", "Careless", Careless::new)
                .version("1.0");

        Careless() {
            super(TYPE);
        }
    }

    static final class Friend extends VersionedObject {
        static final String OTHER = Careless.OTHER;
        public static final ObjectType<Friend> TYPE =
                ObjectType.define(Friend.class, "demo", "Friend", Friend::new).version("1.0");

        Friend() {
            super(TYPE);
        }
    }

    private final ClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader());

    private static URL[] urls() {
        return List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
                .map(ClassInitialisationTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return java.nio.file.Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    private Object initialise(Class<?> model, String constant) throws Exception {
        Class<?> fresh = Class.forName(model.getName(), true, loader);
        assertThat(fresh).isNotSameAs(model);
        var field = fresh.getDeclaredField(constant);
        field.setAccessible(true);
        return field.get(null);
    }

    private String registry(Object... types) throws Exception {
        Class<?> registry = Class.forName(ObjectRegistry.class.getName(), true, loader);
        return registry.getMethod("of", java.util.Collection.class)
                .invoke(null, List.of(types))
                .toString();
    }

    @Test
    void oneTypeFirst_bothAreWhole() throws Exception {
        Object author = initialise(Author.class, "TYPE");
        Object book = initialise(Book.class, "TYPE");

        assertThat(author).hasToString("demo.Author 1.0");
        assertThat(book).hasToString("demo.Book 1.0");
    }

    @Test
    void otherTypeFirst_bothAreWhole() throws Exception {
        Object book = initialise(Book.class, "TYPE");
        Object author = initialise(Author.class, "TYPE");

        assertThat(book).hasToString("demo.Book 1.0");
        assertThat(author).hasToString("demo.Author 1.0");
    }

    @Test
    void twoThreadsInTheMiddleOfBoth_neitherWaitsForTheOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Object>> both =
                    List.of(() -> initialise(Left.class, "TYPE"), () -> initialise(Right.class, "TYPE"));
            List<Future<Object>> types = threads.invokeAll(both, 60, TimeUnit.SECONDS);

            assertThat(registry(types.get(0).get(), types.get(1).get())).isEqualTo("[demo.Left 1.0, demo.Right 1.0]");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void loaders_reallyControlTheOrder() throws Exception {
        assertThat(initialise(Friend.class, "TYPE")).hasToString("demo.Friend 1.0");
        assertThat(initialise(Careless.class, "OTHER")).isEqualTo("null");
    }

    @Test
    void loaders_reallyControlTheOtherOrder() throws Exception {
        assertThat(initialise(Careless.class, "OTHER")).isEqualTo("demo.Friend 1.0");
    }
}
