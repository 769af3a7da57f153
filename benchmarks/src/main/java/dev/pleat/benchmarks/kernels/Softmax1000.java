package dev.pleat.benchmarks.kernels;

import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Softmax;

/**
 * Softmax over a thousand classes.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Softmax1000(@Input(1000) Layer x, @Softmax Layer y) {}
