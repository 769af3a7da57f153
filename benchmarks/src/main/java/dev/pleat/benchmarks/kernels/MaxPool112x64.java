package dev.pleat.benchmarks.kernels;

import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.MaxPooling2D;
import dev.pleat.Model;

/**
 * The first pooling of a ResNet.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record MaxPool112x64(
        @Input({114, 114, 64}) Layer x,
        @MaxPooling2D(poolSize = 3, strides = 2) Layer y) {}
