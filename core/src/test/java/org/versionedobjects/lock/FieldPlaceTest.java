package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPlaceTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    ``                    | ``
                    name                  | name
                    objects[12].uuid      | objects[].uuid
                    lamps["left"].watts   | lamps[].watts
                    lamps["left"]         | lamps[]
                    ["left"][0]["a"].b    | [][][].b
                    lamps["a.b"].watts    | lamps[].watts
                    lamps[""].watts       | lamps[].watts
                    lamps["le"ft"].watts  | lamps[].watts
                    lamps["a]b[c"].watts  | lamps[].watts
                    lamps["a[0]"].watts   | lamps[].watts
                    lamps["a["b"]c"]      | lamps[]
                    lamps["]"]["["]       | lamps[][]
                    """)
    void pathOfAnObject_isThatOfItsType_whateverItsKeysAre(String path, String place) {
        assertThat(FieldPlace.of(path)).isEqualTo(place);
    }
}
