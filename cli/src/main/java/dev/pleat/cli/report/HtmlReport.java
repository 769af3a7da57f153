package dev.pleat.cli.report;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what became of a model as one page for a browser: the graph before and after, every step, the scratch memory as
 * a picture, and every decision with its reason.
 *
 * <p>The page is a single file without links to anything else, and its content security policy forbids it to load
 * anything. What it shows is data that its script turns into text, never into markup, so no name in a model can become
 * part of the page's code.
 */
public final class HtmlReport {

    private static final List<String> SCRIPTS = List.of(
            "dom.js", "layout.js", "graph.js", "select.js", "explain.js", "panels.js", "memory.js", "report.js");

    private HtmlReport() {}

    /**
     * Writes the page.
     *
     * @param explanation how the model was compiled
     * @param source the file's model, for the names, attributes and notes of the import; null for a class written by hand
     * @param file where to write it; replaced if it exists
     * @throws IOException if it cannot be written
     */
    public static void write(Explanation explanation, SourceModel source, Path file) throws IOException {
        Files.writeString(file, page(explanation, source), StandardCharsets.UTF_8);
    }

    /** Returns the page's text. */
    static String page(Explanation explanation, SourceModel source) throws IOException {
        String script = SCRIPTS.stream().map(HtmlReport::resource).collect(Collectors.joining("\n"));
        return resource("report.html")
                .replace("{{title}}", escaped(explanation.model()) + " – Pleat")
                .replace("{{style}}", resource("report.css"))
                .replace("{{script}}", script)
                .replace("{{data}}", data(explanation, source));
    }

    /** Returns the data as JSON that cannot end the element that it stands in, whatever names contain. */
    private static String data(Explanation explanation, SourceModel source) throws IOException {
        return JSON.std
                .asString(new ReportData(explanation, source).values())
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the report's " + name + " is missing from this jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the report's " + name, e);
        }
    }
}
