package dev.pleat.benchmarks.kernels;

import dev.pleat.runtime.CompiledModel;
import java.util.Map;
import java.util.SplittableRandom;

/** The compiled models of this package by name. */
final class OneLayer {
    private OneLayer() {}

    /** {@return a model, with random weights} */
    static CompiledModel load(String name, SplittableRandom random) {
        return switch (name) {
            case "ConvStem" -> ConvStemModel.load(linear("y/kernel", 9408, 64, random));
            case "Conv56x64" -> Conv56x64Model.load(linear("y/kernel", 36864, 64, random));
            case "Conv28x128" -> Conv28x128Model.load(linear("y/kernel", 147456, 128, random));
            case "Conv14x256" -> Conv14x256Model.load(linear("y/kernel", 589824, 256, random));
            case "Conv7x512" -> Conv7x512Model.load(linear("y/kernel", 2359296, 512, random));
            case "Conv32x16" -> Conv32x16Model.load(linear("y/kernel", 2304, 16, random));
            case "Conv20x26" -> Conv20x26Model.load(linear("y/kernel", 6084, 26, random));
            case "Pointwise112x32" -> Pointwise112x32Model.load(linear("y/kernel", 2048, 64, random));
            case "Pointwise14x512" -> Pointwise14x512Model.load(linear("y/kernel", 262144, 512, random));
            case "Pointwise14x172" -> Pointwise14x172Model.load(linear("y/kernel", 29584, 172, random));
            case "Depthwise112x32" -> Depthwise112x32Model.load(linear("y/depthwise_kernel", 288, 32, random));
            case "Depthwise56x128Stride2" ->
                Depthwise56x128Stride2Model.load(linear("y/depthwise_kernel", 1152, 128, random));
            case "Depthwise14x512" -> Depthwise14x512Model.load(linear("y/depthwise_kernel", 4608, 512, random));
            case "Dense784x128" -> Dense784x128Model.load(linear("y/kernel", 100352, 128, random));
            case "Dense2048x1000" -> Dense2048x1000Model.load(linear("y/kernel", 2048000, 1000, random));
            case "MaxPool112x64" -> MaxPool112x64Model.load(Map.of());
            case "MeanPool7x2048" -> MeanPool7x2048Model.load(Map.of());
            case "Softmax1000" -> Softmax1000Model.load(Map.of());
            default -> throw new IllegalArgumentException("there is no kernel " + name);
        };
    }

    private static Map<String, float[]> linear(String kernel, int size, int outputs, SplittableRandom random) {
        return Map.of(kernel, numbers(size, random), "y/bias", numbers(outputs, random));
    }

    /** {@return random numbers between -1 and 1} */
    static float[] numbers(int size, SplittableRandom random) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
