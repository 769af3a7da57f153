package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    @Test
    void readsEveryKindOfValue() {
        Object value = Json.parse(" {\"a\": [1, -2.5, 1e3, true, false, null], \"b\": {}, \"\": [ ]}\n ");
        assertThat(value)
                .isEqualTo(
                        Map.of("a", Arrays.asList(1L, -2.5, 1000.0, true, false, null), "b", Map.of(), "", List.of()));
    }

    @Test
    void readsEscapes() {
        assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00é\""))
                .isEqualTo("\"\\/\b\f\n\r\té😀é");
    }

    @Test
    void readsIntegersThatFitAsSuch() {
        assertThat(Json.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(Json.parse("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(Json.parse("9223372036854775808")).isEqualTo(0x1p63);
        assertThat(Json.parse("1" + "0".repeat(400))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Json.parse("1.0")).isEqualTo(1.0);
        assertThat(Json.parse("-0")).isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "{]",
                "[}",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\"}",
                "{a:1}",
                "{1:1}",
                "[1 2]",
                "01",
                "-",
                "1.",
                ".5",
                "+1",
                "1e",
                "1e+",
                "0x1",
                "NaN",
                "Infinity",
                "tru",
                "nul",
                "'a'",
                "\"",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u00g0\"",
                "\"\\u٠٠٠٠\"",
                "\"\\",
                "\"a\nb\"",
                "\"a\tb\"",
                "{} {}",
                "1 1",
                "[1]]",
                "{\"a\":1 \"b\":2}",
                "\u00a01",
                "\u0000",
                "\"\u0000\"",
                "/**/1",
                "[,1]",
                "--1",
                "1-",
                "{\"a\"::1}"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [1 2]               | expected ',' or ']' but found '2' at character 3
        {"a":1,"b":2,"a":3} | the key 'a' is repeated at character 13
        [1                  | expected ',' or ']' but found the end at character 2
        {} x                | expected the end but found 'x' at character 3
        "\\q"                | a string holds an unknown escape at character 2
        """)
    void saysWhereItWentWrong(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text)).withMessage(message);
    }

    @Test
    void refusesKeysThatRepeatUnderAnotherSpelling() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("{\"a\":null,\"\\u0061\":1}"));
    }

    @Test
    void boundsNesting() {
        String deepest = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);
        assertThat(Json.parse(deepest)).isNotNull();
        assertThat(Json.parse("[" + "[{}],".repeat(100) + "{}]")).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("[" + deepest + "]"))
                .withMessage("values are nested deeper than 16 at character 16");
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("{\"a\":".repeat(1_000_000)));
    }
}
