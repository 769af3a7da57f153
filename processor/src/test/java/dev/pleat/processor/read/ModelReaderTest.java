package dev.pleat.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.diagnostics.Compiled;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a model, and what is said of models with several mistakes or with mistakes that are the Java compiler's. */
final class ModelReaderTest {

    private static final String IMPORTS = "import dev.pleat.*; import static dev.pleat.ActivationFunction.*;\n";
    private static final String LAYERS = "@Input(6) Layer x, @Dense(units = 2) Layer y";
    private static final String FIELDS = "@Input(6) Layer x; @Dense(units = 2) Layer y;";

    @Test
    void allProblemsOfAModelAreReportedAtOnceAndNoMore() {
        Compiled compiled = Compiled.model("""
            @Input({8, 8, 4}) Layer image,
            @Conv2D(filters = -1, kernelSize = {3, 3, 3}) Layer conv,
            @BatchNormalization(epsilon = -1) Layer norm,
            @MaxPooling2D(0) Layer pool,
            @Dense(units = 3) @From("imagee") Layer side,
            @Reshape({7, -1}) @From("image") Layer shaped,
            @Add({"pool", "side", "shaped"}) Layer sum,
            @Flatten Layer flat
            """);

        assertThat(compiled.errors().lines().filter(line -> !line.startsWith("    fix:")))
                .containsExactly(
                        "Net.java:12:19: [not-positive] 'conv' has filters = -1; it must be at least 1",
                        "Net.java:12:36: [wrong-count] 'conv' has 3 numbers in kernelSize; it takes 1 or 2",
                        "Net.java:13:31: [epsilon-not-positive] 'norm' has epsilon = -1.0; it must be more than 0",
                        "Net.java:14:15: [not-positive] 'pool' has poolSize = 0; it must be at least 1",
                        "Net.java:15:25: [unknown-layer] 'side' reads 'imagee', which is not a layer above it",
                        "Net.java:16:10: [reshape-mismatch] 'shaped' cannot turn [8, 8, 4] (256 numbers) into"
                                + " [7, -1] (7)");
    }

    @Test
    void aLayersShapesAreCheckedBesideItsAttributes() {
        Compiled compiled = Compiled.model("""
            @Input({8, 8, 3}) Layer image,
            @Conv2D(filters = 0, kernelSize = 9) Layer conv
            """);

        assertThat(compiled.errors())
                .contains("[not-positive] 'conv' has filters = 0")
                .contains("[window-too-large] 'conv' slides a 9×9 window over [8, 8, 3]");
    }

    @Test
    void onlyTheEndOfADeadBranchIsReported() {
        Compiled compiled = Compiled.model("""
            @Input(6) Layer x,
            @Dense(units = 3) Layer a,
            @Dense(units = 3) Layer b,
            @Dense(units = 3) Layer c,
            @Dense(units = 3) @From("x") Layer y
            """);

        assertThat(compiled.errors().lines().filter(line -> line.contains("[")))
                .singleElement()
                .asString()
                .contains("'c' leads to no output");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        static nested | class Outer { @Model static record Net(LAYERS) {} } | Outer_NetModel
        inner class | class Outer { @Model class Net { FIELDS } } | Outer_NetModel
        in an interface | interface Outer { @Model record Net(LAYERS) {} } | Outer_NetModel
        protected | class Outer { @Model protected static class Net { FIELDS } } | Outer_NetModel
        package-private | @Model record Net(LAYERS) {} | NetModel
        public | @Model public record Net(LAYERS) {} | NetModel
        abstract | @Model abstract class Net { FIELDS } | NetModel
        in a generic class | class Outer<T> { @Model record Net(LAYERS) {} } | Outer_NetModel
        other members | @Model class Net { static final int UNITS = 3; int other; Net(int o) { other = o; } FIELDS } | NetModel
        named | @Model(name = "Other") record Net(LAYERS) {} | Other
        """)
    void areModels(String situation, String source, String generated) {
        Compiled compiled = compile(source);

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.result().generatedSources()).containsOnlyKeys(generated);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        @Model enum Net { A } | [model-kind] 'Net' is an enum
        @Model @interface Net {} | [model-kind] 'Net' is an annotation
        class Outer { private static class In { @Model record Net(LAYERS) {} } } | [model-private] 'In' is private
        @Model record Net() {} | [no-layers] 'Net' has no layers
        @Model class Net {} | [no-layers] 'Net' has no layers
        @Model(name = "record") record Net(LAYERS) {} | [bad-name] 'Net' asks for a class called "record"
        @Model(name = "A") record Net(LAYERS) {} @Model(name = "A") record Other(LAYERS) {} | [name-taken] 'Other' would be compiled to A
        @Model record Net(@Dense(units = 2) Layer y, @Input(3) Layer x, @Dense(units = 2) Layer z) {} | [nothing-above] 'y' has no layer above it
        @Model record Net(@Input(3) Layer x, @Dense(units = 2) @Output Layer y, @Input(3) Layer z) {} | [input-is-output] 'z' is an @Input and the last member
        @Model record Net(@Input({}) Layer x, @Flatten Layer y) {} | [missing-attribute] 'x' has no shape
        @Model record Net(@Input({3, 0}) Layer x, @Flatten Layer y) {} | [not-positive] 'x' has the shape = [3, 0]
        @Model record Net(@Input({3, 3}) Layer x, @Subtract({"x", "x", "x"}) Layer y) {} | [too-many-inputs] 'y' reads two layers but names "x", "x", "x"
        @Model record Net(@Input(3) Layer x, @LeakyReLU(Double.POSITIVE_INFINITY) Layer y) {} | [not-finite] 'y' has negativeSlope = Infinity
        @Model record Net(@Input(3) Layer x, @ReLU(negativeSlope = -1) Layer y) {} | [negative] 'y' has negativeSlope = -1.0
        @Model record Net(@Input(3) Layer x, @ReLU(maxValue = -1) Layer y) {} | [negative] 'y' has maxValue = -1.0
        @Model record Net(@Input(3) Layer x, @GaussianNoise(-1) Layer y) {} | [negative] 'y' has stddev = -1.0
        @Model record Net(@Input(3) Layer x, @Dropout Layer y) {} | [missing-attribute] 'y' has no rate
        @Model record Net(@Input(3) Layer x, @Dense(units = Block.GIVEN) Layer y) {} | [given-unset] 'y' has units = GIVEN, but it stands in no block
        @Model record Net(@Input({3, 3, 3}) Layer x, @Reshape Layer y) {} | [missing-attribute] 'y' has no targetShape
        @Model record Net(@Input({3, 3, 3}) Layer x, @Conv2D(filters = 4, kernelSize = 2, groups = 3) Layer y) {} | [groups-do-not-divide] 'y' has 3 groups, which do not divide its 4 filters
        @Model record Net(@Input({3, 3, 3}) Layer x, @Concatenate(value = {"x", "x"}, axis = 5) Layer y) {} | [axis-out-of-range] 'y' has axis 5
        @Model record Net(@Input({3, 3, 3}) Layer x, @MaxPooling1D Layer y) {} | [wrong-rank] 'y' takes [steps, channels]
        """)
    void areRefused(String source, String message) {
        Compiled compiled = compile(source);

        assertThat(compiled.errors()).contains(message).containsOnlyOnce("    fix: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Input({2_000_000_000, 2_000_000_000, 2_000_000_000}) Layer x, @Flatten Layer y",
                "@Input({65536, 65536}) Layer x, @Flatten Layer y",
                "@Input(6) Layer x, @RepeatVector(2_000_000_000) Layer y",
                "@Input({8, 8, 4}) Layer x, @UpSampling2D(2_000_000_000) Layer y",
                "@Input({8, 8, 4}) Layer x, @UpSampling2D(100_000_000) Layer y",
                "@Input({8, 8, 4}) Layer x, @ZeroPadding2D(2_000_000_000) Layer y",
                "@Input({8, 8, 4}) Layer x, @ZeroPadding2D(200_000_000) Layer y",
                "@Input({8, 8, 4}) Layer x, @Cropping2D(2_000_000_000) Layer y",
                "@Input({8, 8, 4}) Layer x, @Conv2D(filters = 200_000_000, kernelSize = 3) Layer y",
                "@Input({8, 8, 4}) Layer x, @Conv2D(filters = 2, kernelSize = 200_000_000, padding = Padding.SAME)"
                        + " Layer y",
                "@Input({8, 8, 4}) Layer x, @Conv2D(filters = 2, kernelSize = 3, dilationRate = 200_000_000, padding ="
                        + " Padding.SAME) Layer y",
                "@Input({8, 8, 4}) Layer x, @Conv2D(filters = 2, kernelSize = 2, dilationRate = 200_000_000, padding ="
                        + " Padding.SAME) Layer y",
                "@Input({8, 8, 4}) Layer x, @DepthwiseConv2D(kernelSize = 3, depthMultiplier = 2_000_000_000) Layer y",
                "@Input({8, 8, 4}) Layer x,"
                        + " @SeparableConv2D(filters = 2, kernelSize = 3, depthMultiplier = 200_000_000) Layer y",
                "@Input({8, 8, 4}) Layer x, @Conv2DTranspose(filters = 2, kernelSize = 3, strides = 250_000_000) Layer"
                        + " y",
                "@Input({8, 8, 4}) Layer x, @Dense(units = 260_000_000) Layer y",
                "@Input(16_000_000) Layer x, @Dense(units = 16_000_000) Layer y",
            })
    void hugeNumbersAreRefused(String layers) {
        Compiled compiled = compile("@Model record Net(" + layers + ") {}");

        assertThat(compiled.errors()).containsAnyOf("[too-large]", "[model-too-large]", "[nothing-left]");
        assertThat(compiled.errors()).doesNotContain("internal-error").containsOnlyOnce("    fix: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Input(6) Layer x, @Dense(units = UNKNOWN) Layer y",
                "@Input(UNKNOWN) Layer x, @Dense(units = 2) Layer y",
                "@Input({6, UNKNOWN}) Layer x, @Dense(units = 2) Layer y",
                "@Input(6) Layer x, @Dense(units = \"many\") Layer y",
                "@Input(6) Layer x, @Dense(units = 2, activation = ReLUU) Layer y",
                "@Input(6) Layer x, @Dense(units = 2, activation = ActivationFunction.NONE) Layer y",
                "@Input(6) Layer x, @Dense(units = 2) @From(UNKNOWN) Layer y",
                "@Input(6) Layer x, @Dense(units = 2) Layre y, @Dense(units = 2) Layer z",
                "@Input(6) Layer x, @Dense(unitz = 2) Layer y",
                "@Input(6) Layer x, @Wrong Layer y",
            })
    void mistakesOfJavaAreLeftToJava(String layers) {
        Compiled compiled = compile("@Block(Nothing.class) @interface Wrong {}\n@Model record Net(" + layers + ") {}");

        assertThat(compiled.result().succeeded()).isFalse();
        assertThat(compiled.errors()).doesNotContain("internal-error").doesNotContain("Exception");
        if (!layers.contains("unitz")) {
            assertThat(compiled.errors()).doesNotContain("    fix: ");
        }
    }

    @Test
    void aMisspelledLayerIsLeftToJava() {
        Compiled compiled = compile("@Model class Net { @Input(6) Layer x; @Dence(units = 2) Layer y;"
                + " @Add({\"x\", \"y\"}) Layer z; }");

        // javac shows annotations that it does not know to processors only from 21 on.
        assertThat(compiled.errors().replace("[not-annotated] 'y'", ""))
                .contains("cannot find symbol")
                .doesNotContain("] '");
    }

    @Test
    void aMissingAttributeIsReported() {
        Compiled compiled = compile("@Model record Net(@Input(6) Layer x, @Dense Layer y) {}");

        // javac shows one error at a place: its own or ours.
        assertThat(compiled.errors()).containsPattern("missing.*units|no units").doesNotContain("internal-error");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThat(Compiled.model(LAYERS, "-Apleat.skip=Nothing").errors())
                .contains("-Apleat.skip names 'Nothing'; the passes are [RemoveIdentities");
        assertThat(Compiled.model(LAYERS, "-Apleat.dump=plan").errors())
                .contains("-Apleat.dump=plan is unknown; write -Apleat.dump=graph");
    }

    static Compiled compile(String source) {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("Net", IMPORTS + source.replace("LAYERS", LAYERS).replace("FIELDS", FIELDS));
        return Compiled.of(sources);
    }
}
