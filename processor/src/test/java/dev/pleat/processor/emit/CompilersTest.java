package dev.pleat.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** javac and Eclipse's compiler give the same generated source, to the byte, however the model is written. */
final class CompilersTest {

    private static final Path EXAMPLES = Path.of("..", "examples", "src", "main", "java");

    private static final String HEAD = "package demo;\n\nimport dev.pleat.*;\n\n";

    private static final String LAYERS = """
            @Input({8, 8, 3}) Layer zebra SEP
            @Conv2D(filters = 4, kernelSize = 3, padding = Padding.SAME, activation = ActivationFunction.RELU) Layer stem SEP
            @BatchNormalization Layer norm SEP
            @DepthwiseConv2D(kernelSize = {3, 3}, strides = {2}) Layer depthwise SEP
            @Conv2D(filters = 4, kernelSize = 1) @From({"depthwise"}) @Output Layer branch SEP
            @Conv2D(filters = 4, kernelSize = 1) @From("depthwise") Layer other SEP
            @Add({"branch", "other"}) Layer sum SEP
            @LayerNormalization Layer calm SEP
            @Rescaling(scale = 2) Layer bigger SEP
            @Normalization(mean = {1, 2, 3, 4}, variance = 1) Layer given SEP
            @ReLU(maxValue = 6) Layer relu SEP
            @GlobalAveragePooling2D Layer average SEP
            @Dense(units = 5, activation = ActivationFunction.SOFTMAX) Layer answer END
            """;

    private static final String RECORD =
            HEAD + "@Model record Net(\n" + LAYERS.replace("SEP", ",").replace("END", ") {}");
    private static final String CLASS =
            HEAD + "@Model class Net {\n" + LAYERS.replace("SEP", ";").replace("END", ";\n}");

    /** A block around a block; arrays take single numbers; attributes have defaults. */
    private static final Map<String, String> BLOCKS = new LinkedHashMap<>();

    static {
        BLOCKS.put("blocks.Separable", """
                package blocks;

                import dev.pleat.*;
                import java.lang.annotation.*;

                @Block(Separable.Body.class)
                @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
                @Retention(RetentionPolicy.CLASS)
                public @interface Separable {
                    @To("point.filters") int filters();
                    @To({"depth.strides"}) int strides() default 1;
                    @To("depth.kernelSize") int kernelSize() default 3;
                    @To("out.value") ActivationFunction end() default ActivationFunction.RELU;

                    record Body(
                        @DepthwiseConv2D(kernelSize = Block.GIVEN, padding = Padding.SAME) Layer depth,
                        @BatchNormalization Layer depthNorm,
                        @ReLU Layer depthRelu,
                        @Conv2D(filters = Block.GIVEN, kernelSize = 1, useBias = false) Layer point,
                        @BatchNormalization(epsilon = 1e-5) Layer pointNorm,
                        @Activation(ActivationFunction.LINEAR) Layer out) {}
                }
                """);
        BLOCKS.put("blocks.Residual", """
                package blocks;

                import dev.pleat.*;
                import java.lang.annotation.*;

                @Block(Residual.Body.class)
                @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
                @Retention(RetentionPolicy.CLASS)
                public @interface Residual {
                    @To({"zero.filters", "one.filters"}) int filters();

                    record Body(
                        @Input({}) Layer x,
                        @Separable(filters = Block.GIVEN) Layer zero,
                        @Separable(filters = Block.GIVEN, kernelSize = 5, end = ActivationFunction.LINEAR) Layer one,
                        @Add({"x", "one"}) Layer alpha,
                        @ReLU Layer aaa) {}
                }
                """);
    }

    private static final String USER = HEAD + """
            import blocks.*;

            @Model record Net(
                @Input({9, 9, 8}) Layer image,
                @Residual(filters = 8) Layer first,
                @Residual(filters = 8) Layer second,
                @Separable(filters = 6, strides = 2) Layer last) {}
            """;

    @TempDir
    private Path folder;

    @Test
    void agreeOnRecords() {
        assertThat(generated(build(Build.Tool.ECJ).source("demo.Net", RECORD)))
                .isEqualTo(generated(build(Build.Tool.JAVAC).source("demo.Net", RECORD)));
    }

    @Test
    void agreeOnClasses() {
        String javac = generated(build(Build.Tool.JAVAC).source("demo.Net", CLASS));
        assertThat(generated(build(Build.Tool.ECJ).source("demo.Net", CLASS))).isEqualTo(javac);
        assertThat(javac).isEqualTo(generated(build(Build.Tool.JAVAC).source("demo.Net", RECORD)));
    }

    @Test
    void agreeOnBlocksFromSources() {
        assertThat(generated(build(Build.Tool.ECJ).sources(BLOCKS).source("demo.Net", USER)))
                .isEqualTo(generated(build(Build.Tool.JAVAC).sources(BLOCKS).source("demo.Net", USER)));
    }

    @Test
    void agreeOnBlocksFromAJar() throws IOException {
        String expected = generated(build(Build.Tool.JAVAC).sources(BLOCKS).source("demo.Net", USER));
        for (Build.Tool writer : Build.Tool.values()) {
            Path jar = jar(build(writer).sources(BLOCKS).run().orFail().classes(), writer + ".jar");
            for (Build.Tool reader : Build.Tool.values()) {
                assertThat(generated(build(reader).classPath(jar).source("demo.Net", USER)))
                        .as("blocks from " + writer + " read by " + reader)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void agreeOnTheExamples() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String path = EXAMPLES.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                sources.put(path.substring(0, path.length() - ".java".length()), Files.readString(file));
            }
        }
        Map<String, String> javac =
                build(Build.Tool.JAVAC).sources(sources).run().orFail().generated();
        assertThat(javac).containsKey("dev.pleat.examples.tiny.ImageClassificationModel");
        assertThat(build(Build.Tool.ECJ).sources(sources).run().orFail().generated())
                .isEqualTo(javac);
    }

    private Path jar(Map<String, byte[]> classes, String name) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey().replace('.', '/') + ".class"));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    @Test
    void compilingTwiceGivesTheSameBytes() {
        for (Build.Tool tool : Build.Tool.values()) {
            assertThat(generated(build(tool).source("demo.Net", RECORD)))
                    .isEqualTo(generated(build(tool).source("demo.Net", RECORD)));
        }
    }

    @Test
    void theOrderOfFilesDoesNotMatter() {
        List<String> names = List.of("demo.Net", "blocks.Residual", "blocks.Separable", "demo.Digits");
        Map<String, String> all = new LinkedHashMap<>(BLOCKS);
        all.put("demo.Net", USER);
        all.put("demo.Digits", RECORD.replace("Net", "Digits"));
        for (Build.Tool tool : Build.Tool.values()) {
            Build forward = build(tool);
            Build backward = build(tool);
            for (int i = 0; i < names.size(); i++) {
                String last = names.get(names.size() - 1 - i);
                forward.source(names.get(i), all.get(names.get(i)));
                backward.source(last, all.get(last));
            }
            Map<String, String> expected = forward.run().orFail().generated();
            assertThat(expected).containsOnlyKeys("demo.NetModel", "demo.DigitsModel");
            assertThat(backward.run().orFail().generated()).isEqualTo(expected);
        }
    }

    private Build build(Build.Tool tool) {
        return Build.in(folder).with(tool);
    }

    private static String generated(Build build) {
        return build.run().orFail().generated().get("demo.NetModel");
    }
}
