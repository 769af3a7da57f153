package dev.pleat.benchmarks.kernels;

import dev.pleat.Dense;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * A dense layer whose weights fit no second cache.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record Dense2048x1000(
        @Input(2048) Layer x, @Dense(units = 1000) Layer y) {}
