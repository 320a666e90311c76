package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.versionedobjects.lock.Locks.type;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CompatibilityPageTest {
    private static final VersionLock LOCK = Locks.of(type("Tag", "1.1", fields -> {
                fields.field("id", Types.longInteger());
                fields.field("name", Types.string().since("1.1"));
                fields.field("state", Types.oneOf("ON", "OFF").added("1.1", "OFF"));
            }))
            .release("2026.1", "Tag 1.0")
            .release("2026.2", "Tag 1.1")
            .lock();

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static List<String> texts(Document page, String name) {
        return elements(page, name).stream().map(Element::getTextContent).toList();
    }

    @Test
    void page_showsTheMatrixAndWhatIsLost() throws Exception {
        Document page = parsed(Compatibility.of(LOCK).toHtml());

        assertThat(texts(page, "td"))
                .startsWith("itself", "\u25D0 1 with less", "! 1 may fail", "itself")
                .contains(
                        "name is left out (1.1)" + "state: OFF cannot be sent (1.1)",
                        "name stays unset (1.1)",
                        "has 1.1, sends 1.0, becomes 1.0",
                        "has 1.0, sends 1.0, becomes 1.1");
        assertThat(texts(page, "summary"))
                .containsExactly(
                        "2026.1 sends to 2026.2: 1 with less",
                        "2026.2 sends to 2026.1: 1 may fail",
                        "demo.Tag 1: 1.0 since 2026.1, 1.1 since 2026.2");
    }

    @Test
    void headersOfTables_haveAScope_andTablesACaption() throws Exception {
        Document page = parsed(Compatibility.of(LOCK).toHtml());

        assertThat(elements(page, "th"))
                .isNotEmpty()
                .allSatisfy(header -> assertThat(header.getAttribute("scope")).isIn("row", "col"));
        assertThat(elements(page, "caption")).hasSameSizeAs(elements(page, "table"));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void links_leadToWhatIsThere() throws Exception {
        Document page = parsed(Compatibility.of(LOCK).toHtml());
        List<String> anchors = elements(page, "div").stream()
                .map(each -> "#" + each.getAttribute("id"))
                .toList();

        assertThat(elements(page, "a"))
                .hasSize(4)
                .allSatisfy(link -> assertThat(link.getAttribute("href")).isIn(anchors));
    }

    @Test
    void nothing_isFetchedFromAnywhere() throws Exception {
        String page = Compatibility.of(LOCK).toHtml();

        assertThat(page).doesNotContain("src=", "url(", "@import", "<script", "<link");
        assertThat(page.replace("http://www.w3.org/1999/xhtml", "")).doesNotContain("//");
        assertThat(page).contains("default-src &#39;none&#39;", "prefers-color-scheme: dark", "@media print");
    }

    @Test
    void sameLock_givesTheSamePage() {
        assertThat(Compatibility.of(LOCK).toHtml())
                .isEqualTo(Compatibility.of(LOCK).toHtml());
    }

    @Test
    void emptyLock_givesAPage() throws Exception {
        assertThat(texts(parsed(Compatibility.of(VersionLock.empty()).toHtml()), "td"))
                .isEmpty();
    }

    @Test
    void hostileTexts_stayTexts() throws Exception {
        String evil = "</style><script>alert('1')</script>&amp;\"\u0000\u202E\uD800]]>";
        ObjectType<DynamicObject> type = type("Tag", "1.1", fields -> {
            fields.field("state", Types.oneOf("ON", evil).added("1.1", evil, "ON"));
            fields.field(
                    "size",
                    Types.longInteger()
                            .changedIn("1.1", Types.string().matching("<b>|</td>&"), String::valueOf, Long::valueOf));
        });
        VersionLock lock = Locks.of(type)
                .release(evil, "Tag 1.0")
                .release("\" onclick=\"x", "Tag 1.1")
                .lock();

        Document page = parsed(Compatibility.of(lock).toHtml());

        assertThat(elements(page, "script")).isEmpty();
        assertThat(elements(page, "b")).isEmpty();
        assertThat(texts(page, "code"))
                .contains(
                        "</style><script>alert('1')</script>&amp;\"\\u0000\\u202e\\ud800]]>",
                        "string().matching(\"<b>|</td>&\")");
        assertThat(texts(page, "th")).contains("\" onclick=\"x");
        assertThat(elements(page, "th")).noneMatch(each -> each.hasAttribute("onclick"));
    }

    @Test
    void manyTypesAndReleases_makeAPageThatIsStillRead() throws Exception {
        String page = Compatibility.of(large(500, 20, 50)).toHtml();

        assertThat(page).hasSizeLessThan(2_000_000);
        assertThat(elements(parsed(page), "details")).hasSizeGreaterThan(20 * 19);
    }

    @Test
    void everyTypeChangedInEveryRelease_isTheMostThereIs() {
        assertThat(Compatibility.of(large(100, 20, 1)).toHtml()).hasSizeLessThan(2_500_000);
    }

    /** Returns a lock of many types, each of which gets a field in every so many releases, by turns. */
    private static VersionLock large(int types, int releases, int every) {
        List<ObjectType<?>> made = new ArrayList<>();
        String[][] versions = new String[releases][types];
        FieldType<String> text = Types.string();
        for (int i = 0; i < types; i++) {
            int number = i;
            int[] minor = new int[releases];
            for (int release = 1; release < releases; release++) {
                minor[release] = minor[release - 1] + ((i + release) % every == 0 ? 1 : 0);
            }
            int newest = minor[releases - 1];
            made.add(type("Type" + number, "1." + newest, fields -> {
                fields.field("id", Types.longInteger());
                IntStream.rangeClosed(1, newest).forEach(each -> fields.field("field" + each, text.since("1." + each)));
            }));
            for (int release = 0; release < releases; release++) {
                versions[release][i] = "Type" + i + " 1." + minor[release];
            }
        }
        Locks locks = Locks.of(made.toArray(ObjectType[]::new));
        IntStream.range(0, releases).forEach(i -> locks.release("2026." + i, versions[i]));
        return locks.lock();
    }
}
