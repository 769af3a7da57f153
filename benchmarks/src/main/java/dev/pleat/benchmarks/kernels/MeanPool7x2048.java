package dev.pleat.benchmarks.kernels;

import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * The mean over an image.
 *
 * @param x what is computed with
 * @param y the result
 */
@Model
public record MeanPool7x2048(
        @Input({7, 7, 2048}) Layer x,
        @GlobalAveragePooling2D Layer y) {}
