package dev.pleat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Tables as Markdown and CSV. */
final class TableTest {
    private final Table table = new Table("Times", "model", "µs");

    @Test
    void markdownIsPaddedAndEscaped() {
        table.add("ResNet8", 123.456);
        table.add("a|b", Double.NaN);

        assertThat(table.markdown()).isEqualTo("""
                ## Times

                | model   | µs  |
                |---------|-----|
                | ResNet8 | 123 |
                | a\\|b    |     |

                """);
    }

    @Test
    void csvIsQuotedWhereItMustBe() {
        table.add("a, \"b\"", 0.5);

        assertThat(table.csv()).isEqualTo("model,µs\n\"a, \"\"b\"\"\",0.50\n");
    }

    @Test
    void numbersHaveThreeDigits() {
        assertThat(Table.text(12345.6)).isEqualTo("12346");
        assertThat(Table.text(12.345)).isEqualTo("12.3");
        assertThat(Table.text(1.2345)).isEqualTo("1.23");
        assertThat(Table.text(0.0000123)).isEqualTo("1.2e-05");
        assertThat(Table.text(0.0)).isEqualTo("0");
    }

    @Test
    void rowsHaveAllColumns() {
        assertThatThrownBy(() -> table.add("only one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the table has 2 columns, not 1");
    }
}
