package dev.pleat.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table of text, as Markdown and as CSV. */
final class Table {
    private final String title;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, String... header) {
        this.title = title;
        this.header = List.of(header);
    }

    /** Adds a row: numbers are shortened to three or four digits, NaN and null are left blank. */
    void add(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(
                    "the table has %d columns, not %d".formatted(header.size(), cells.length));
        }
        rows.add(Arrays.stream(cells).map(Table::text).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    static String text(Object cell) {
        if (cell instanceof Double number) {
            if (number.isNaN()) {
                return "";
            }
            double size = Math.abs(number);
            String format = size >= 100 || size == 0 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.01 ? "%.2f" : "%.1e";
            return String.format(Locale.ROOT, format, number);
        }
        return cell == null ? "" : cell.toString();
    }

    /** {@return the title, the header and the rows, columns padded to one width} */
    String markdown() {
        int[] widths = new int[header.size()];
        for (int c = 0; c < widths.length; c++) {
            int column = c;
            widths[c] = Math.max(
                    header.get(c).length(),
                    rows.stream()
                            .mapToInt(row -> escaped(row.get(column)).length())
                            .max()
                            .orElse(0));
        }
        StringBuilder text = new StringBuilder("## " + title + "\n\n");
        appendLine(text, header, widths);
        text.append('|');
        for (int width : widths) {
            text.append("-".repeat(width + 2)).append('|');
        }
        text.append('\n');
        rows.forEach(row -> appendLine(text, row, widths));
        return text.append('\n').toString();
    }

    private static void appendLine(StringBuilder text, List<String> cells, int[] widths) {
        for (int c = 0; c < widths.length; c++) {
            String cell = escaped(cells.get(c));
            text.append("| ").append(cell).append(" ".repeat(widths[c] - cell.length() + 1));
        }
        text.append("|\n");
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|");
    }

    /** {@return the header and the rows, without the title} */
    String csv() {
        StringBuilder text = new StringBuilder();
        appendCsv(text, header);
        rows.forEach(row -> appendCsv(text, row));
        return text.toString();
    }

    private static void appendCsv(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(Table::quoted).toList()))
                .append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
