package dev.pleat.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.StepSpec;
import dev.pleat.runtime.StepTimes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers of a generated class can do, and what they are told when they do it wrong. */
final class SurfaceTest {

    /** Doubles its two numbers. */
    private static final String DOUBLES =
            "@Model public record Net(@Input(2) Layer x, @Rescaling(scale = 2) Layer y) {}";

    /** Adds one input to the other, and gives the sum and its views back as well. */
    private static final String TWO = """
            @Model public record Net(
                @Input(2) Layer a,
                @Input(2) Layer b,
                @Add({"a", "b"}) @Output Layer sum,
                @Dropout(0.5) @Output Layer same,
                @Output @Reshape({1, 2}) @From("b") Layer view,
                @Rescaling(scale = 3) @From("sum") Layer last) {}
            """;

    /** Gives three numbers for each one. */
    private static final String WIDENS = "@Model public record Net(@Input(1) Layer x, @RepeatVector(3) Layer y) {}";

    @TempDir
    private Path folder;

    @Test
    void predictsFromFloatsAndBytes() {
        CompiledModel model = load(DOUBLES);
        assertThat((float[]) call(model, "predict", new float[] {1, -2})).containsExactly(2, -4);
        assertThat((float[]) call(model, "predict", new byte[] {1, -1})).containsExactly(2, 510);
        float[] y = new float[2];
        call(model, "predict", new float[] {3, 4}, y);
        assertThat(y).containsExactly(6, 8);
        call(model, "predict", new byte[] {3, 4}, y);
        assertThat(y).containsExactly(6, 8);
    }

    @Test
    void predictsAtOffsets() {
        CompiledModel model = load(DOUBLES);
        float[] y = new float[5];
        call(model, "predict", new float[] {9, 1, 2, 9}, 1, y, 2);
        assertThat(y).containsExactly(0, 0, 2, 4, 0);
        call(model, "predict", new byte[] {9, 9, 1, 2}, 2, y, 3);
        assertThat(y).containsExactly(0, 0, 2, 2, 4);
        call(model, "predict", model.newScratch(), new float[] {5, 6}, 0, y, 0);
        assertThat(y).containsExactly(10, 12, 2, 2, 4);
    }

    @Test
    void predictsBatches() {
        CompiledModel model = load(DOUBLES);
        assertThat((float[]) call(model, "predictBatch", 2, new float[] {1, 2, 3, 4}))
                .containsExactly(2, 4, 6, 8);
        assertThat((float[]) call(model, "predictBatch", 2, new byte[] {1, 2, 3, 4}))
                .containsExactly(2, 4, 6, 8);
        assertThat((float[]) call(model, "predictBatch", 0, new float[0])).isEmpty();
        float[] y = new float[5];
        call(model, "predictBatch", 2, new float[] {1, 2, 3, 4, 5}, y);
        assertThat(y).containsExactly(2, 4, 6, 8, 0);
    }

    @Test
    void inputAndOutputMayBeOneArray() {
        CompiledModel model = load(DOUBLES);
        float[] both = {1, 2, 3, 4};
        call(model, "predictBatch", 2, both, both);
        assertThat(both).containsExactly(2, 4, 6, 8);
        call(model, "predict", both, 0, both, 1);
        assertThat(both).containsExactly(2, 4, 8, 8);
    }

    @Test
    void refusesToOverwriteSamplesThatAreYetToBeRead() {
        CompiledModel model = load(WIDENS);
        float[] both = new float[6];
        assertRefused("'x' and 'y' are one array", model, "predictBatch", 2, both, both);
    }

    @Test
    void refusesWrongLengths() {
        CompiledModel model = load(DOUBLES);
        assertRefused("'x' has 3 elements; it must have 2", model, "predict", new float[3]);
        assertRefused("'x' has 1 elements; it must have 2", model, "predict", new byte[1]);
        assertRefused("'y' has 1 elements; it must have 2", model, "predict", new float[2], new float[1]);
        assertRefused("'x' needs 2 elements from offset 3", model, "predict", new float[4], 3, new float[2], 0);
        assertRefused("'x' needs 2 elements from offset -1", model, "predict", new float[4], -1, new float[2], 0);
        assertRefused(
                "'y' needs 2 elements from offset 2147483647",
                model,
                "predict",
                new float[4],
                0,
                new float[2],
                Integer.MAX_VALUE);
        assertRefused("'x' needs 6 elements", model, "predictBatch", 3, new float[4]);
        assertRefused("the batch has -1 samples", model, "predictBatch", -1, new float[4]);
        assertRefused("the scratch holds 1 floats", model, "predict", new Scratch(1), new float[2], 0, new float[2], 0);
    }

    @Test
    void refusesBatchesThatOverflow() {
        CompiledModel model = load(DOUBLES);
        int samples = 1 << 30;
        assertRefused("'x' needs 2147483648 elements", model, "predictBatch", samples, new float[4], new float[4]);
        assertRefused("'x' needs 2147483648 elements", model, "predictBatch", samples, new byte[4]);
    }

    @Test
    void refusesNull() {
        CompiledModel model = load(DOUBLES);
        assertThatThrownBy(() -> invoke(model, "predict", new Class<?>[] {float[].class}, new Object[] {null}))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> model.predict(null)).isInstanceOf(NullPointerException.class);
        Map<String, float[]> nothing = new LinkedHashMap<>();
        nothing.put("x", null);
        assertThatThrownBy(() -> model.predict(nothing)).hasMessageContaining("no array for the input 'x'");
    }

    @Test
    void predictsByName() {
        CompiledModel model = load(TWO);
        Map<String, float[]> outputs = model.predict(Map.of("b", new float[] {10, 20}, "a", new float[] {1, 2}));
        assertThat(outputs.keySet()).containsExactly("sum", "same", "view", "last");
        assertThat(outputs.get("sum")).containsExactly(11, 22);
        assertThat(outputs.get("same")).containsExactly(11, 22);
        assertThat(outputs.get("view")).containsExactly(10, 20);
        assertThat(outputs.get("last")).containsExactly(33, 66);
    }

    @Test
    void timesItsSteps() {
        CompiledModel model = load(TWO);
        assertThat(model.steps()).isNotEmpty();
        StepTimes times = new StepTimes();
        Map<String, float[]> inputs = Map.of("b", new float[] {10, 20}, "a", new float[] {1, 2});
        Map<String, float[]> outputs = model.predict(inputs);
        outputs.values().forEach(values -> Arrays.fill(values, -1));
        model.predict(inputs, outputs, times);
        assertThat(outputs.get("sum")).containsExactly(11, 22);
        assertThat(outputs.get("last")).containsExactly(33, 66);
        assertThat(times.size()).isEqualTo(model.steps().size());
        for (int step = 0; step < times.size(); step++) {
            assertThat(times.nanos(step)).isNotNegative();
        }
        assertThatThrownBy(() -> model.predict(Map.of("a", new float[2], "b", new float[1]), outputs, times))
                .hasMessageContaining("'b' has 1 elements; it must have 2");
    }

    @Test
    void tellsWhatItsStepsCompute() {
        CompiledModel model = load(
                "@Model public record Net(@Input(4) Layer times, @Dense(units = 3, useBias = false) Layer dense,"
                        + " @Activation(ActivationFunction.RELU) Layer steps) {}",
                Map.of("dense/kernel", new float[12]));
        assertThat(model.steps())
                .containsExactly(new StepSpec("steps", "dense dense/kernel[4, 3], relu (times) : [3]", 12));
        StepTimes times = new StepTimes();
        model.predict(Map.of("times", new float[4]), Map.of("steps", new float[3]), times);
        assertThat(times.size()).isEqualTo(1);
    }

    @Test
    void returnsSeveralOutputsAsARecord() throws ReflectiveOperationException {
        CompiledModel model = load(TWO);
        Object outputs = call(model, "predict", new float[] {1, 2}, new float[] {10, 20});
        assertThat(outputs.getClass().getSimpleName()).isEqualTo("Outputs");
        assertThat((float[]) outputs.getClass().getMethod("last").invoke(outputs))
                .containsExactly(33, 66);
        assertThat((float[]) outputs.getClass().getMethod("view").invoke(outputs))
                .containsExactly(10, 20);
    }

    @Test
    void tellsWrongNames() {
        CompiledModel model = load(TWO);
        float[] two = new float[2];
        assertThatThrownBy(() -> model.predict(Map.of("a", two)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no array for the input 'b' among [a]");
        Map<String, float[]> more = new LinkedHashMap<>(Map.of("a", two));
        more.put("b", two);
        more.put("c", two);
        assertThatThrownBy(() -> model.predict(more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model has 2 inputs, but was given arrays for [a, b, c]");
        assertThatThrownBy(() -> load(DOUBLES).predict(Map.of("x", new float[3])))
                .hasMessage("'x' has 3 elements; it must have 2");
    }

    private CompiledModel load(String source) {
        return load(source, Map.of());
    }

    private CompiledModel load(String source, Map<String, float[]> weights) {
        Class<?> type = Build.in(folder)
                .source("demo.Net", "package demo;\n\nimport dev.pleat.*;\n\n" + source)
                .run()
                .orFail()
                .load("demo.NetModel");
        try {
            return (CompiledModel) type.getMethod("load", Map.class).invoke(null, weights);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(String message, Object model, String method, Object... arguments) {
        assertThatThrownBy(() -> call(model, method, arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Object call(Object model, String method, Object... arguments) {
        Class<?>[] types = Arrays.stream(arguments)
                .map(argument -> argument instanceof Integer ? int.class : argument.getClass())
                .toArray(Class<?>[]::new);
        return invoke(model, method, types, arguments);
    }

    private static Object invoke(Object model, String name, Class<?>[] types, Object[] arguments) {
        try {
            Method method = model.getClass().getMethod(name, types);
            return method.invoke(model, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
