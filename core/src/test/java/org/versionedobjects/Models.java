package org.versionedobjects;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.types.Types;

/** Shared fixtures: a shelf with books in every kind of collection, and objects of many fields. */
public final class Models {
    static final UUID CODE = UUID.fromString("8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10");

    static final class Book extends VersionedObject {
        private static final ObjectType.Definition<Book> DEFINE =
                ObjectType.define(Book.class, "library", "Book", Book::new);
        static final Field<String> TITLE = DEFINE.field("title", Types.string());
        static final Field<Long> PAGES = DEFINE.field("pages", Types.longInteger());
        static final ObjectType<Book> TYPE = DEFINE.version("1.3");

        Book() {
            super(TYPE);
        }
    }

    static final class Shelf extends VersionedObject {
        private static final ObjectType.Definition<Shelf> DEFINE =
                ObjectType.define(Shelf.class, "library", "Shelf", Shelf::new);
        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
        static final Field<String> LABEL = DEFINE.field("label", Types.string());
        static final Field<@Nullable String> NOTE =
                DEFINE.field("note", Types.string().nullable());
        static final Field<Long> CAPACITY = DEFINE.field("capacity", Types.longInteger());
        static final Field<List<String>> TAGS = DEFINE.field("tags", Types.listOf(Types.string()));
        static final Field<Map<String, List<String>>> INDEX =
                DEFINE.field("index", Types.mapOf(Types.listOf(Types.string())));
        static final Field<List<String>> SIGNS =
                DEFINE.field("signs", Types.listOf(Types.string()).readOnly());
        static final Field<@Nullable Book> FIRST =
                DEFINE.field("first", Types.object(Book.class).nullable());
        static final Field<@Nullable Book> LAST =
                DEFINE.field("last", Types.object(Book.class).nullable());
        static final Field<List<Book>> BOOKS = DEFINE.field("books", Types.listOf(Types.object(Book.class)));
        static final Field<Map<String, Book>> BY_NAME = DEFINE.field("by_name", Types.mapOf(Types.object(Book.class)));
        static final Field<List<Map<String, Book>>> PILES =
                DEFINE.field("piles", Types.listOf(Types.mapOf(Types.object(Book.class))));
        static final Field<ObjectList<Book>> LENT = DEFINE.field("lent", Types.objects(Book.class));
        static final Field<Shelf> ABOVE = DEFINE.field("above", Types.object(Shelf.class));
        static final Field<Shelf> BELOW = DEFINE.field("below", Types.object(Shelf.class));
        static final ObjectType<Shelf> TYPE = DEFINE.version("1.1");

        Shelf() {
            super(TYPE);
        }
    }

    static final ObjectType<ObjectList<Book>> BOOK_LIST = ObjectType.listOf("library", "BookList", Book.class);

    public static final ObjectRegistry REGISTRY = ObjectRegistry.of(Shelf.TYPE, Book.TYPE, BOOK_LIST);

    private Models() {}

    /** Returns an unchanged book. */
    static Book book(String title) {
        Book book = Book.TYPE.with(Book.TITLE, title).build();
        book.resetChanges();
        return book;
    }

    /** Returns an unchanged list object. */
    static ObjectList<Book> bookList(Book... books) {
        ObjectList<Book> list = BOOK_LIST.newObject();
        list.set(list.objects(), List.of(books));
        list.resetChanges();
        return list;
    }

    /** Returns an unchanged shelf with one field set. */
    static <T extends @Nullable Object> Shelf shelf(Field<T> field, T value) {
        Shelf shelf = Shelf.TYPE.with(field, value).build();
        shelf.resetChanges();
        return shelf;
    }

    /** Returns a shelf as a peer would send it: one field set, of which nobody knows what it was before. */
    static <T extends @Nullable Object> Shelf shelfWithUnknown(Field<T> field, T value) {
        Shelf shelf = shelf(field, value);
        StateAccess.forgetBaseline(shelf, Shelf.TYPE.slot(field));
        return shelf;
    }

    /** Returns a type with integer fields {@code f0}, {@code f1}, … */
    static ObjectType<DynamicObject> wide(int fields) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("library", "Wide");
        for (int i = 0; i < fields; i++) {
            define.field("f" + i, Types.longInteger());
        }
        return define.version("1.0");
    }
}
