package dev.pleat.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.SourceLayer;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.Explanation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page contains all that is told, nothing from elsewhere, and nothing of a file's names as code. */
final class HtmlReportTest {

    /** Text that would end a script, begin one, or break a string. */
    static final String HOSTILE =
            "</script><script>throw 1</script><img src=x onerror=throw(2)>\"'`${1}\u2028\u0000 名前 é";

    @TempDir
    private Path folder;

    @Test
    void isOneFileThatAsksForNothing() throws IOException {
        String page = HtmlReport.page(Nets.digits(), null);

        assertThat(page).doesNotContainPattern("https?:").doesNotContain("{{").contains("default-src 'none'");
        assertThat(Pattern.compile("\\b(src|href)=\"(?!#)").matcher(page).find())
                .isFalse();
        assertThat(page.length()).isLessThan(100_000);
    }

    @Test
    void aLargeModelStaysSmall() throws IOException {
        assertThat(HtmlReport.page(Nets.resNet50(), null).length()).isLessThan(300_000);
    }

    @Test
    void namesOfFilesAreNoCode() throws IOException {
        String plain = HtmlReport.page(Nets.digits(), null);
        String page = HtmlReport.page(Nets.digits(), hostile());

        assertThat(count(page, "<script")).isEqualTo(count(plain, "<script"));
        assertThat(count(page, "</script")).isEqualTo(count(plain, "</script"));
        assertThat(page).doesNotContain("<img").doesNotContain("\u2028").doesNotContain("\u0000");
        assertThat(page).contains("\\u003cimg src=x").contains("名前");
    }

    @Test
    void writesTheFile() throws IOException {
        Path file = folder.resolve("report.html");
        Explanation explanation = Nets.digits();

        HtmlReport.write(explanation, null, file);

        assertThat(file)
                .content()
                .isEqualTo(HtmlReport.page(explanation, null))
                .contains("<title>Digits – Pleat</title>");
    }

    /** Returns a model whose texts, all but the layers' names, would do harm as markup. */
    static SourceModel hostile() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("filters", 32);
        attributes.put("kernelSize", List.of(3, 3));
        attributes.put("name", HOSTILE);
        attributes.put("values", new double[] {1.5, 2});
        SourceLayer layer = new SourceLayer("conv", HOSTILE, "Conv2D", attributes, List.of("image"), Map.of());
        String file = "/models/" + HOSTILE.replace("\u0000", "").replace("/", "") + ".h5";
        return new SourceModel(
                file, List.of(layer), List.of("conv"), true, List.of(HOSTILE, "cut off '" + HOSTILE + "'"));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
