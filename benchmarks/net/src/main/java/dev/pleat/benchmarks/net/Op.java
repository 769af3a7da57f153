package dev.pleat.benchmarks.net;

/** What a node computes. Weights belong to the node, by name: {@code conv/kernel}; layouts are Keras's. */
public sealed interface Op {

    /** The input of the network. */
    record Input() implements Op {}

    /**
     * A convolution: {@code kernel [height, width, channels, filters]} and perhaps {@code bias [filters]}.
     *
     * @param window what slides over the image
     * @param filters the output channels
     * @param bias whether a bias is added
     */
    record Conv(Window window, int filters, boolean bias) implements Op {}

    /**
     * A convolution of each channel by itself: {@code depthwise_kernel [height, width, channels, 1]} and perhaps
     * {@code bias}.
     *
     * @param window what slides over the image
     * @param bias whether a bias is added
     */
    record Depthwise(Window window, boolean bias) implements Op {}

    /**
     * A matrix product: {@code kernel [in, units]} and {@code bias [units]}.
     *
     * @param units the outputs
     */
    record Dense(int units) implements Op {}

    /**
     * Batch norm by stored statistics: {@code gamma}, {@code beta}, {@code moving_mean}, {@code moving_variance}.
     *
     * @param epsilon what is added to the variance
     */
    record BatchNorm(double epsilon) implements Op {}

    /** {@code max(x, 0)}. */
    record Relu() implements Op {}

    /** {@code min(max(x, 0), 6)}. */
    record Relu6() implements Op {}

    /** Softmax of a vector. */
    record Softmax() implements Op {}

    /** The sum of two values of one shape. */
    record Add() implements Op {}

    /**
     * The largest value of each window; padding counts as minus infinity.
     *
     * @param window what slides over the image
     */
    record MaxPool(Window window) implements Op {}

    /**
     * The mean of each window.
     *
     * @param window what slides over the image, without padding
     */
    record MeanPool(Window window) implements Op {}

    /** An image as a vector, channels fastest. */
    record Flatten() implements Op {}
}
