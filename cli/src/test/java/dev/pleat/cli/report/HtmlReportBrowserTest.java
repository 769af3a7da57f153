package dev.pleat.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.processor.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A browser draws the page: every box is there, none lies over another, no wire crosses one, and no script fails. */
final class HtmlReportBrowserTest {

    @TempDir
    private Path folder;

    private Browser browser;

    /** Networks of all the shapes that graphs have. */
    enum Net {
        DIGITS(Nets::digits),
        BRANCHES(Nets::branches),
        U_NET(Nets::uNet),
        MOBILE_NET_V2(Nets::mobileNetV2),
        RES_NET_50(Nets::resNet50);

        private final Supplier<Explanation> explanation;

        Net(Supplier<Explanation> explanation) {
            this.explanation = explanation;
        }
    }

    @BeforeEach
    void findBrowser() {
        Optional<Browser> found = Browser.find(folder);
        assumeTrue(
                found.isPresent(),
                "no browser: install chromium, or name one in the environment variable CHROMIUM, to test how reports look");
        browser = found.orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void drawsEveryBox(Net net) throws IOException, InterruptedException {
        Explanation explanation = net.explanation.get();
        Map<String, Object> audit = Browser.audit(browser.dom(write(explanation), "", 1600));

        assertThat(audit.get("errors")).isEqualTo(List.of());
        assertThat(audit.get("links")).isEqualTo(0);
        assertThat(audit.get("sideways")).isEqualTo(false);
        assertPane(audit, "before", explanation.fates().size(), edges(explanation.read(), true));
        assertPane(audit, "after", explanation.planned().nodes().size(), edges(explanation.planned(), false));
        assertThat(audit.get("steps")).isEqualTo(explanation.steps().size());
        assertThat(audit.get("intervals"))
                .isEqualTo(explanation.memory().intervals().size());
        assertThat(audit.get("decisions")).isEqualTo(explanation.fates().size());
    }

    @ParameterizedTest
    @EnumSource(names = "BRANCHES")
    void fitsANarrowWindow(Net net) throws IOException, InterruptedException {
        Map<String, Object> audit = Browser.audit(browser.dom(write(net.explanation.get()), "", 500));

        assertThat(audit.get("errors")).isEqualTo(List.of());
        assertThat(audit.get("sideways")).isEqualTo(false);
    }

    @Test
    void aChosenLayerShowsWhereItWentAndWhy() throws IOException, InterruptedException {
        String dom = browser.dom(write(Nets.digits()), "#layer=norm", 1600);

        assertThat(Browser.audit(dom).get("chosen")).isEqualTo(List.of("norm", "2  pool"));
        assertThat(dom)
                .contains("its relu stands between")
                .contains("The norm turns the order where ")
                .contains("Exact, and less work than to apply them to every number.");
    }

    @Test
    void searchFindsAndPassesCanBeWatched() throws IOException, InterruptedException {
        String dom = browser.dom(write(Nets.resNet50()), "#find=s3b2_conv&stage=1", 1600);

        Map<String, Object> audit = Browser.audit(dom);
        assertThat(audit.get("errors")).isEqualTo(List.of());
        assertThat(audit.get("found")).isEqualTo(3 + 3);
        assertThat(dom).contains("behind FoldPadding");
    }

    @Test
    void namesOfFilesStayText() throws IOException, InterruptedException {
        Path page = folder.resolve("hostile.html");
        HtmlReport.write(Nets.digits(), HtmlReportTest.hostile(), page);
        String dom = browser.dom(page, "#layer=conv", 1600);

        assertThat(Browser.audit(dom).get("errors")).isEqualTo(List.of());
        assertThat(Browser.audit(dom).get("links")).isEqualTo(0);
        assertThat(dom).contains("&lt;img src=x").contains("名前").doesNotContain("<img");
    }

    @Test
    void isVisibleInLightAndDark() throws IOException, InterruptedException {
        Path page = write(Nets.digits());
        double light = brightness(page, "#theme=light");
        double dark = brightness(page, "#theme=dark");

        assertThat(light).isGreaterThan(200);
        assertThat(dark).isBetween(5.0, 80.0);
    }

    private double brightness(Path page, String hash) throws IOException, InterruptedException {
        Path image = Files.createTempFile(folder, "page", ".png");
        browser.screenshot(page, hash, 1200, image);
        var pixels = ImageIO.read(image.toFile());
        long sum = 0;
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) {
                sum += pixels.getRGB(x, y) >> 8 & 255;
            }
        }
        return (double) sum / pixels.getWidth() / pixels.getHeight();
    }

    private static void assertPane(Map<String, Object> audit, String side, int nodes, int edges) {
        Map<?, ?> pane = (Map<?, ?>) audit.get(side);
        assertThat(pane.get("nodes")).as(side).isEqualTo(nodes);
        assertThat(pane.get("edges")).as(side).isEqualTo(edges);
        assertThat(pane.get("overlaps")).as("boxes over boxes " + side).isEqualTo(0);
        assertThat(pane.get("crossed")).as("wires over boxes " + side).isEqualTo(0);
        assertThat(pane.get("long")).as("words over edges " + side).isEqualTo(0);
    }

    /** Returns the number of edges between different nodes, or between different layers. */
    private static int edges(Explanation.Drawing drawing, boolean ofLayers) {
        Set<List<String>> edges = new HashSet<>();
        for (Explanation.Node node : drawing.nodes()) {
            for (String input : node.inputs()) {
                String from = ofLayers ? input.split("#")[0] : input;
                String to = ofLayers ? node.name().split("#")[0] : node.name();
                if (!from.equals(to)) {
                    edges.add(List.of(from, to));
                }
            }
        }
        return edges.size();
    }

    private Path write(Explanation explanation) throws IOException {
        Path page = folder.resolve("report.html");
        HtmlReport.write(explanation, null, page);
        return page;
    }
}
