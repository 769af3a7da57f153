package dev.pleat.benchmarks.engine;

import dev.pleat.benchmarks.net.Net;
import dev.pleat.benchmarks.net.Weights;
import dev.pleat.benchmarks.net.Zoo;
import dev.pleat.runtime.Safetensors.Tensor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine is asked to predict.
 *
 * @param net the network
 * @param samples the samples of a prediction
 * @param threads the threads that the engine may use for a prediction
 * @param folder where files of models lie, and stay between tasks
 * @param given a file of the user for this engine to load instead of the network
 */
public record Task(Net net, int samples, int threads, Path folder, Optional<Path> given) {

    /** {@return a task for a network of the zoo} */
    public static Task of(String model, int samples, int threads, Path folder) {
        return new Task(Zoo.net(model), samples, threads, folder, Optional.empty());
    }

    /** {@return the weights, made anew at each call} */
    public Map<String, Tensor> weights() {
        return Weights.of(net);
    }

    /** {@return the samples, one behind the other, channels last} */
    public float[] input() {
        return Weights.input(net.input().shape(), samples);
    }

    /**
     * Returns the place of the model's file.
     *
     * @param extension how its name ends, such as {@code onnx}
     * @return the place; there may be no file yet
     */
    public Path file(String extension) {
        return folder.resolve(net.name() + (samples == 1 ? "" : "-" + samples) + "." + extension);
    }
}
