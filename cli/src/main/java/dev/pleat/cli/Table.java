package dev.pleat.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text. */
final class Table {
    private static final int WIDEST = 72;

    private final Column[] columns;
    private final List<Object[]> rows = new ArrayList<>();

    /**
     * @param headers of the columns; those of numbers begin with {@code "> "}
     */
    Table(String... headers) {
        columns = Arrays.stream(headers).map(Table::column).toArray(Column[]::new);
    }

    private static Column column(String header) {
        boolean number = header.startsWith("> ");
        HorizontalAlign align = number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
        return new Column()
                .header(number ? header.substring(2) : header)
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(WIDEST, OverflowBehaviour.NEWLINE);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    @Override
    public String toString() {
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .lineSeparator("\n")
                .data(columns, rows.toArray(Object[][]::new))
                .asString()
                .lines()
                .map(String::stripTrailing)
                .reduce((a, b) -> a + System.lineSeparator() + b)
                .orElse("");
    }
}
