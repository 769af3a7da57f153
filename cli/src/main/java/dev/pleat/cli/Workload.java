package dev.pleat.cli;

import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.StepTimes;
import dev.pleat.runtime.TensorSpec;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** One caller's predictions, on arrays of its own with numbers made up. */
final class Workload {
    private static final long SEED = 42;

    private final CompiledModel model;
    private final Map<String, float[]> inputs = new LinkedHashMap<>();
    private final Map<String, float[]> outputs = new LinkedHashMap<>();
    private final MethodHandle direct;

    Workload(CompiledModel model) {
        this.model = model;
        Random random = new Random(SEED);
        for (TensorSpec input : model.inputs()) {
            float[] values = new float[input.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat();
            }
            inputs.put(input.name(), values);
        }
        model.outputs().forEach(output -> outputs.put(output.name(), new float[output.size()]));
        direct = inputs.size() == 1 && outputs.size() == 1 ? direct() : null;
    }

    /** Returns {@code predict(float[], float[])} of the model, as programs call it. */
    private MethodHandle direct() {
        try {
            Method predict = model.getClass().getMethod("predict", float[].class, float[].class);
            predict.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(predict)
                    .bindTo(model)
                    .bindTo(inputs.values().iterator().next())
                    .bindTo(outputs.values().iterator().next());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Predicts once. */
    void predict() {
        if (direct == null) {
            model.predict(inputs, outputs);
            return;
        }
        try {
            direct.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Predicts once and measures each step. */
    void predict(StepTimes times) {
        model.predict(inputs, outputs, times);
    }
}
