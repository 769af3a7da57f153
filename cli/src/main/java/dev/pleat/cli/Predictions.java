package dev.pleat.cli;

import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.TensorSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model returned for all samples.
 *
 * @param outputs the values of each output, one sample behind the other
 */
record Predictions(Map<String, float[]> outputs) {
    /** Runs a model, sample by sample. */
    static Predictions of(CompiledModel model, Feed feed, Progress progress) {
        int samples = feed.batch().samples();
        Map<String, float[]> inputs = new LinkedHashMap<>();
        feed.arrays().forEach((name, array) -> inputs.put(name, array.floats()));
        Map<String, float[]> results = new LinkedHashMap<>();
        for (TensorSpec output : model.outputs()) {
            results.put(output.name(), new float[Math.multiplyExact(samples, output.size())]);
        }
        Map<String, float[]> in = new LinkedHashMap<>();
        Map<String, float[]> out = new LinkedHashMap<>();
        model.inputs().forEach(spec -> in.put(spec.name(), new float[spec.size()]));
        model.outputs().forEach(spec -> out.put(spec.name(), new float[spec.size()]));
        for (int sample = 0; sample < samples; sample++) {
            for (Map.Entry<String, float[]> input : in.entrySet()) {
                float[] one = input.getValue();
                System.arraycopy(inputs.get(input.getKey()), sample * one.length, one, 0, one.length);
            }
            model.predict(in, out);
            for (Map.Entry<String, float[]> output : out.entrySet()) {
                float[] one = output.getValue();
                System.arraycopy(one, 0, results.get(output.getKey()), sample * one.length, one.length);
            }
            progress.to(sample + 1L);
        }
        return new Predictions(results);
    }
}
