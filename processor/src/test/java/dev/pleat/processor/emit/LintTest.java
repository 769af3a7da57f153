package dev.pleat.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.runtime.CompiledModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated classes compile without a warning, whatever their layers are called. */
final class LintTest {

    private static final String HEAD = "package demo;\n\nimport dev.pleat.*;\n\n";

    private static final String NET = HEAD + """
            @Model
            public record Net(
                @Input({8, 8, 3}) Layer image,
                @Output @Conv2D(filters = 4, kernelSize = 3) Layer conv,
                @DepthwiseConv2D(kernelSize = 3) Layer depthwise,
                @BatchNormalization Layer norm,
                @PReLU Layer prelu,
                @GlobalMaxPooling2D Layer pool,
                @Dense(units = 5) Layer dense,
                @Softmax Layer answer) {}
            """;

    /** Names that the generated class, its superclass or the language use themselves. */
    private static final List<String> NAMES = List.of(
            "wait",
            "notify",
            "notifyAll",
            "hashCode",
            "equals",
            "toString",
            "clone",
            "finalize",
            "getClass",
            "run",
            "read",
            "write",
            "pack",
            "load",
            "loadResource",
            "predict",
            "predictBatch",
            "inputs",
            "outputs",
            "weights",
            "names",
            "specs",
            "lines",
            "summary",
            "newScratch",
            "vectors",
            "addLines",
            "runPart1",
            "packPart1",
            "s",
            "w",
            "scratch",
            "memory",
            "samples",
            "sample",
            "SCRATCH",
            "VECTOR",
            "WIDE",
            "FMA",
            "Math",
            "Simd",
            "FloatVector",
            "Wide",
            "Narrow",
            "Outputs",
            "Arguments",
            "Copy",
            "Net",
            "NetModel",
            "String",
            "Override",
            "Map",
            "List",
            "xAt",
            "x",
            "xAtAt",
            "loadX",
            "$",
            "a$b",
            "$$",
            "größe",
            "été",
            "变量",
            "_a",
            "record",
            "var",
            "tensors",
            "file",
            "stream",
            "resource",
            "kernel",
            "linear",
            "scaling",
            "row",
            "g");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void generatedClassesHaveNoWarnings(boolean vectors) {
        Build build = vectors ? build() : build().withoutVectorModule();
        Build.Result result = build.source("demo.Net", NET).run().orFail();
        Build lint = vectors ? build() : build().withoutVectorModule();
        Build.Result checked = lint.withoutProcessor()
                .source("demo.Net", NET)
                .sources(result.generated())
                .option("-Xlint:all", "-Xdoclint:all/protected", "-Xdoclint/package:demo")
                .run()
                .orFail();
        assertThat(checked.messages())
                .filteredOn(message -> !message.text().contains("incubating module"))
                .filteredOn(message -> !message.text().equals("no comment"))
                .isEmpty();
    }

    @Test
    void everyPublicMethodHasJavadocOrInheritsIt() {
        String[] lines = build().source("demo.Net", NET)
                .run()
                .orFail()
                .generated()
                .get("demo.NetModel")
                .split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].matches(" {4}public .*\\(.*")) {
                assertThat(lines[i - 1].strip()).as("before " + lines[i]).isIn("*/", "@Override");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void layersMayHaveAnyName(Build.Tool tool) throws ReflectiveOperationException {
        for (UnaryOperator<String> member : List.<UnaryOperator<String>>of(
                name -> "@Output @Dense(units = 1) @From(\"first\") Layer " + name,
                name -> "@Input(1) Layer " + name)) {
            String members =
                    NAMES.stream().map(name -> member.apply(name) + ";\n").collect(Collectors.joining());
            boolean inputs = members.startsWith("@Input");
            String source = HEAD + "@Model public class Net {\n@Input(1) Layer first;\n" + members
                    + (inputs ? "@Concatenate({\"first\", " + quoted(NAMES) + "})" : "@Add({" + quoted(NAMES) + "})")
                    + " Layer last; }";
            Build.Result result = build().with(tool)
                    .option("-encoding", "UTF-8")
                    .source("demo.Net", source)
                    .run()
                    .orFail();
            CompiledModel model = model(result.load("demo.NetModel"), NAMES);
            Map<String, float[]> given = new TreeMap<>();
            Stream.concat(Stream.of("first"), inputs ? NAMES.stream() : Stream.of())
                    .forEach(name -> given.put(name, new float[] {2}));
            Map<String, float[]> outputs = model.predict(given);
            assertThat(outputs).hasSize(inputs ? 1 : NAMES.size() + 1);
            assertThat(outputs.get("last")[0]).isEqualTo(inputs ? 2 : 2 * NAMES.size());
        }
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Outputs", "Weights", "Scratch", "Arguments", "FloatVector", "List", "Generated"})
    void theClassMayHaveAnyName(String name) {
        String source = NET.replace("@Model", "@Model(name = \"" + name + "\")");
        assertThat(build().source("demo.Net", source).run().orFail().classes()).containsKey("demo." + name);
    }

    @Test
    void theModelMayBeNestedOrInNoPackage() {
        String nested = NET.replace("@Model", "final class Outer { @Model").replace(") {}", ") {} }");
        assertThat(build().source("demo.Outer", nested).run().orFail().classes())
                .containsKey("demo.Outer_NetModel");
        String bare = NET.replace("package demo;", "");
        assertThat(build().source("Net", bare).run().orFail().classes()).containsKey("NetModel");
    }

    /** Java allows a method 255 parameters; with more ports than that arrays are given by name. */
    @ParameterizedTest
    @ValueSource(ints = {63, 64, 150})
    void modelsMayHaveManyInputsAndOutputs(int ports) throws ReflectiveOperationException {
        String members = IntStream.range(0, ports)
                .mapToObj(
                        i -> "@Input(3) Layer in" + i + "; @Output @Rescaling(scale = " + i + ") Layer out" + i + ";\n")
                .collect(Collectors.joining());
        Build.Result result = build().source("demo.Net", HEAD + "@Model public class Net {\n" + members + "}")
                .run()
                .orFail();
        CompiledModel model = model(result.load("demo.NetModel"), List.of());
        Map<String, float[]> inputs = new TreeMap<>();
        model.inputs().forEach(spec -> inputs.put(spec.name(), new float[] {1, 2, 3}));
        Map<String, float[]> outputs = model.predict(inputs);
        assertThat(outputs).hasSize(ports);
        assertThat(model.outputs()).hasSize(ports);
        for (int i = 0; i < ports; i++) {
            assertThat(outputs.get("out" + i)).containsExactly(i, 2f * i, 3f * i);
        }
    }

    /** Loads a model whose layers are dense, of one weight 1. */
    private static CompiledModel model(Class<?> type, List<String> layers) throws ReflectiveOperationException {
        Map<String, float[]> weights = new TreeMap<>();
        if (type.getDeclaredMethods().length > 0 && hasWeights(type)) {
            layers.forEach(layer -> {
                weights.put(layer + "/kernel", new float[] {1});
                weights.put(layer + "/bias", new float[] {0});
            });
        }
        return (CompiledModel) type.getMethod("load", Map.class).invoke(null, weights);
    }

    private static boolean hasWeights(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().startsWith("loadWait"));
    }

    private Build build() {
        return Build.in(folder);
    }

    /** javac's lint for processors names all annotations that none claims, to everybody who uses one. */
    @Test
    void compilingModelsWarnsOfNothingElse() {
        Build.Result result = build().source("demo.Net", NET)
                .option("-Xlint:all,-processing")
                .run()
                .orFail();
        assertThat(result.messages(Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING))
                .filteredOn(text -> !text.contains("incubating module"))
                .isEmpty();
    }
}
