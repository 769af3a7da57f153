package dev.pleat.processor.read;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.processor.diagnostics.Compiled;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks: what flows into them, what they hold, and where their problems are reported. */
final class BlocksTest {

    private static final String IMPORTS = """
        import dev.pleat.*;
        import static dev.pleat.ActivationFunction.*;
        import static dev.pleat.Block.GIVEN;
        import static dev.pleat.Padding.*;
        """;

    private static final String RESIDUAL = """
        @Block(Residual.Body.class)
        public @interface Residual {
            @To({"first.filters", "second.filters"}) int filters();
            @To("first.kernelSize") int kernel() default 3;
            @To("first.activation") ActivationFunction activation() default RELU;
            @To("second.useBias") boolean useBias() default false;
            @To("norm.epsilon") double epsilon() default 0.01;
            @To("first.strides") int[] strides() default {1, 1};

            record Body(
                    @Input Layer x,
                    @Conv2D(filters = GIVEN, kernelSize = GIVEN, padding = SAME) Layer first,
                    @Conv2D(filters = GIVEN, kernelSize = 1) Layer second,
                    @BatchNormalization Layer norm,
                    @Add({"x", "norm"}) Layer sum) {}
        }
        """;

    @Test
    void attributesOfAllTypesFlow() {
        Map<String, dev.pleat.processor.graph.Graph> graphs = Graphs.of(Map.of(
                "Net",
                IMPORTS + "@Model record Net(@Input({8, 8, 4}) Layer image, @Residual(filters = 4) Layer b1,"
                        + "@Residual(filters = 4, kernel = 5, activation = TANH, useBias = true) Layer b2) {}",
                "Residual",
                IMPORTS + RESIDUAL));

        assertThat(graphs.get("Net")).hasToString("""
            image = input () : [8, 8, 4]
            b1/first#linear = conv 3×3 padding (1, 1, 1, 1) b1/first/kernel[3, 3, 4, 4] + b1/first/bias[4] (image) : [8, 8, 4]
            b1/first = relu (b1/first#linear) : [8, 8, 4]
            b1/second = conv 1×1 b1/second/kernel[1, 1, 4, 4] (b1/first) : [8, 8, 4]
            b1/norm = scale axis 2 by [b1/norm] (b1/second) : [8, 8, 4]
            b1/sum = add (image, b1/norm) : [8, 8, 4]
            b2/first#linear = conv 5×5 padding (2, 2, 2, 2) b2/first/kernel[5, 5, 4, 4] + b2/first/bias[4] (b1/sum) : [8, 8, 4]
            b2/first = tanh (b2/first#linear) : [8, 8, 4]
            b2/second = conv 1×1 b2/second/kernel[1, 1, 4, 4] + b2/second/bias[4] (b2/first) : [8, 8, 4]
            b2/norm = scale axis 2 by [b2/norm] (b2/second) : [8, 8, 4]
            b2/sum = add (b1/sum, b2/norm) : [8, 8, 4]
            output b2 = b2/sum
            """);
    }

    @Test
    void whatABlockSendsIsBlamedOnItsUse() {
        String outer = """
            @Block(Outer.Body.class)
            @interface Outer {
                @To("inner.units") int units();
                record Body(@Inner(units = GIVEN) Layer inner) {}
            }

            @Block(Inner.Body.class)
            @interface Inner {
                @To("dense.units") int units();
                record Body(@Dense(units = GIVEN) Layer dense) {}
            }
            """;
        String model = "@Model record Net(@Input(3) Layer x,\n"
                + "    @Outer(units = 3) Layer a,\n"
                + "    @Outer(units = -7) Layer b) {}";

        Compiled compiled = Compiled.of(Map.of("Net", IMPORTS + outer + model));

        assertThat(compiled.errors())
                .isEqualTo("Net.java:18:20: [not-positive] 'b/inner/dense' has units = -7; it must be at least 1\n"
                        + "    fix: write a positive number");
    }

    @Test
    void whatArrivesReplacesAShorthand() {
        String pool = """
            @Block(Pool.Body.class)
            @interface Pool {
                @To("pool.poolSize") int size() default 4;
                record Body(@MaxPooling2D(2) Layer pool) {}
            }
            """;

        String graph = Graphs.of(Map.of(
                        "Net", IMPORTS + pool + "@Model record Net(@Input({8, 8, 1}) Layer x, @Pool Layer y) {}"))
                .get("Net")
                .toString();

        assertThat(graph).contains("y/pool = max pool 4×4 strides 4×4 (x) : [2, 2, 1]");
    }

    @Test
    void aProblemOfABodyIsReportedOnceAndInTheBody() {
        String block = """
            @Block(Twice.Body.class)
            @interface Twice {
                record Body(
                        @Dense(units = 0) Layer dense,
                        @Dense(units = 3) Layer lost,
                        @Dense(units = 3) @From("dense") Layer out) {}
            }
            """;
        String model = "@Model record Net(@Input(3) Layer x, @Twice Layer a, @Twice Layer b, @Twice Layer c) {}";

        Compiled compiled = Compiled.of(Map.of("Net", IMPORTS + block + model));

        assertThat(compiled.errors().lines().filter(line -> !line.startsWith("    fix:")))
                .containsExactly(
                        "Net.java:8:28: [not-positive] 'a/dense' has units = 0; it must be at least 1",
                        "Net.java:9:13: [unreachable] 'a/lost' leads to no output");
    }

    @Test
    void directRecursionIsRefused() {
        String block =
                "@Block(Self.Body.class) @interface Self { record Body(@Dense(units = 2) Layer d, @Self Layer s) {}"
                        + " }\n";

        Compiled compiled =
                Compiled.of(Map.of("Net", IMPORTS + block + "@Model record Net(@Input(3) Layer x, @Self Layer a) {}"));

        assertThat(compiled.errors())
                .contains("[block-recursion] the block @Self contains itself: @Self → @Self")
                .containsOnlyOnce("    fix: ");
    }

    @Test
    void blocksMayComeFromAJar(@TempDir Path directory) throws IOException {
        Path source = directory.resolve("Residual.java");
        Files.writeString(source, "package library;\n" + IMPORTS + RESIDUAL);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", directory.toString(), source.toString());
        assertThat(status).isZero();
        Files.delete(source);

        assertThat(compile(directory, "@Residual(filters = 4) Layer b1, @Residual(filters = 4) Layer b2"))
                .generatedSourceFile("NetModel");
        Compilation refused = compile(directory, "@Residual(filters = 4, kernel = 0) Layer bad");
        assertThat(refused)
                .hadErrorContaining("[not-positive] 'bad/first' has kernelSize = 0; it must be at least 1")
                .inFile(refused.sourceFiles().get(0))
                .onLine(6);
        assertThat(compile(directory, "@Residual(filters = 5) Layer bad"))
                .hadErrorContaining(
                        "[shape-mismatch] 'bad/sum' adds [8, 8, 4] from 'image' and [8, 8, 5] from 'bad/norm'");
    }

    private static Compilation compile(Path library, String layers) {
        List<File> classPath = new ArrayList<>(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(File::new)
                        .toList());
        classPath.add(library.toFile());
        String source = IMPORTS + "import library.Residual;\n@Model record Net(@Input({8, 8, 4}) Layer image, " + layers
                + ") {}";
        return Compiler.javac()
                .withProcessors(new ModelProcessor())
                .withOptions("--add-modules", "jdk.incubator.vector")
                .withClasspath(classPath)
                .compile(JavaFileObjects.forSourceString("Net", source));
    }
}
