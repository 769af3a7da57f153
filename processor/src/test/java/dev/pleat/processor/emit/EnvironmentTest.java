package dev.pleat.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models compile and run with and without the vector module, on the class path and in named modules. */
final class EnvironmentTest {

    private static final String NET = """
            package demo;

            import dev.pleat.*;

            @Model
            public record Net(
                @Input(2) Layer x,
                @Dense(units = 8, activation = ActivationFunction.RELU) Layer y) {}
            """;

    private static final Map<String, float[]> WEIGHTS = Map.of(
            "y/kernel", new float[] {1, 2, 3, 4, 5, 6, 7, 8, 3, -4, 3, -4, 3, -4, 3, -4},
            "y/bias", new float[] {0.5f, 1, 1, 1, 1, 1, 1, 1});

    private static final String MODULE =
            "module demo { requires static dev.pleat.annotations; requires dev.pleat.runtime; %s }";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void onTheClassPathWithTheVectorModule(Build.Tool tool) throws Exception {
        Build.Result result =
                Build.in(folder).with(tool).source("demo.Net", NET).run().orFail();
        assertThat(result.generated().get("demo.NetModel")).contains("FloatVector", "@Generated(");
        assertThat(result.messages(Diagnostic.Kind.WARNING)).noneMatch(text -> text.contains("["));
        assertPredicts(result.load("demo.NetModel"));
    }

    @Test
    void onTheClassPathWithoutTheVectorModule() throws Exception {
        Build.Result result = withoutVectorModule(Build.Tool.JAVAC);
        assertThat(result.messages(Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING))
                .singleElement()
                .asString()
                .startsWith("[no-vector-module]")
                .contains("--add-modules jdk.incubator.vector");
        assertThat(result.generated().get("demo.NetModel")).doesNotContain("incubator", "FloatVector", "WIDE");
        assertPredicts(result.load("demo.NetModel"));
    }

    /** To Eclipse's compiler every module of the JDK is in the graph. */
    @Test
    void onTheClassPathOfEclipseNoOptionIsNeeded() throws Exception {
        Build.Result result = withoutVectorModule(Build.Tool.ECJ);
        assertThat(result.messages()).isEmpty();
        assertThat(result.generated().get("demo.NetModel")).contains("FloatVector");
        assertPredicts(result.load("demo.NetModel"));
    }

    private Build.Result withoutVectorModule(Build.Tool tool) {
        return Build.in(folder)
                .with(tool)
                .withoutVectorModule()
                .source("demo.Net", NET)
                .source("demo.Other", NET.replace("Net", "Other"))
                .run()
                .orFail();
    }

    @ParameterizedTest
    @EnumSource
    void inAModuleThatRequiresVectors(Build.Tool tool) throws Exception {
        Build.Result result =
                inModule(tool, "requires jdk.incubator.vector;").run().orFail();
        assertThat(result.generated().get("demo.NetModel")).contains("FloatVector");
        assertThat(result.messages(Diagnostic.Kind.WARNING)).noneMatch(text -> text.contains("["));
        assertPredicts(inLayer(result.output()));
    }

    /** The module is in the graph, but the user's module does not read it: naming it would not compile. */
    @ParameterizedTest
    @EnumSource
    void inAModuleThatDoesNotRequireVectors(Build.Tool tool) throws Exception {
        Build.Result result = inModule(tool, "")
                .option("--add-modules", Build.VECTOR_MODULE)
                .run()
                .orFail();
        assertThat(result.generated().get("demo.NetModel")).doesNotContain("incubator", "FloatVector", "WIDE");
        assertThat(result.messages(Diagnostic.Kind.WARNING))
                .filteredOn(text -> text.startsWith("["))
                .singleElement()
                .asString()
                .contains("requires jdk.incubator.vector;", "module-info of demo");
        assertPredicts(inLayer(result.output()));
    }

    @ParameterizedTest
    @EnumSource
    void generatedIsLeftOutWhereItCannotBeRead(Build.Tool tool) {
        Build.Result without = inModule(tool, "").run().orFail();
        assertThat(without.generated().get("demo.NetModel")).doesNotContain("@Generated");
        Build.Result with =
                inModule(tool, "requires static java.compiler;").run().orFail();
        assertThat(with.generated().get("demo.NetModel"))
                .contains("@Generated(\"dev.pleat.processor.ModelProcessor\")");
    }

    @Test
    void loadsItsResourceFromTheClassPath() throws Exception {
        Build.Result result = Build.in(folder).source("demo.Net", NET).run().orFail();
        writeWeights(result.output());
        assertPredicts(result.load("demo.NetModel").getMethod("load").invoke(null));
    }

    @Test
    void loadsItsResourceFromItsOwnModule() throws Exception {
        Build.Result result = inModule(Build.Tool.JAVAC, "requires jdk.incubator.vector;")
                .run()
                .orFail();
        writeWeights(result.output());
        assertPredicts(inLayer(result.output()).getMethod("load").invoke(null));
    }

    @Test
    void tellsWhereItLookedForAMissingResource() throws Exception {
        Class<?> type = Build.in(folder).source("demo.Net", NET).run().orFail().load("demo.NetModel");
        try {
            type.getMethod("load").invoke(null);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).hasMessageContaining("/demo/Net.safetensors");
            return;
        }
        throw new AssertionError("loaded nothing");
    }

    private Build inModule(Build.Tool tool, String requires) {
        return Build.in(folder)
                .with(tool)
                .modular()
                .source("module-info", MODULE.formatted(requires + " exports demo;"))
                .source("demo.Net", NET);
    }

    /** Loads the model as a named module, whose runtime is the tests' own. */
    private static Class<?> inLayer(Path classes) throws ClassNotFoundException, IOException {
        ModuleFinder finder = ModuleFinder.of(classes, Path.of(Build.location("dev.pleat.runtime.Simd")));
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("demo"));
        Class<?> type = boot.defineModulesWithOneLoader(configuration, EnvironmentTest.class.getClassLoader())
                .findLoader("demo")
                .loadClass("demo.NetModel");
        assertThat(type.getModule().getName()).isEqualTo("demo");
        return type;
    }

    private static void assertPredicts(Class<?> type) throws ReflectiveOperationException {
        assertPredicts(type.getMethod("load", Map.class).invoke(null, WEIGHTS));
    }

    /** The class's interface may be that of another module, so it is called by reflection. */
    private static void assertPredicts(Object model) throws ReflectiveOperationException {
        Object result =
                model.getClass().getMethod("predict", float[].class).invoke(model, (Object) new float[] {1, 10});
        assertThat((float[]) result).containsExactly(31.5f, 0, 34, 0, 36, 0, 38, 0);
    }

    private static void writeWeights(Path classes) throws IOException {
        String header = "{\"y/kernel\":{\"dtype\":\"F32\",\"shape\":[2,8],\"data_offsets\":[0,64]},"
                + "\"y/bias\":{\"dtype\":\"F32\",\"shape\":[8],\"data_offsets\":[64,96]}}";
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 96).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (String name : new String[] {"y/kernel", "y/bias"}) {
            for (float value : WEIGHTS.get(name)) {
                bytes.putFloat(value);
            }
        }
        try (OutputStream out = Files.newOutputStream(classes.resolve("demo").resolve("Net.safetensors"))) {
            out.write(bytes.array());
        }
    }
}
