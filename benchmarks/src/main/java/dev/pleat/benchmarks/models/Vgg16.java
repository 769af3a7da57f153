package dev.pleat.benchmarks.models;

import static dev.pleat.ActivationFunction.RELU;

import dev.pleat.Dense;
import dev.pleat.Flatten;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.MaxPooling2D;
import dev.pleat.Model;

/**
 * VGG-16 with batch norm.
 *
 * @param image the pixels
 * @param c11 224 by 224
 * @param c12 224 by 224
 * @param pool1 112 by 112
 * @param c21 112 by 112
 * @param c22 112 by 112
 * @param pool2 56 by 56
 * @param c31 56 by 56
 * @param c32 56 by 56
 * @param c33 56 by 56
 * @param pool3 28 by 28
 * @param c41 28 by 28
 * @param c42 28 by 28
 * @param c43 28 by 28
 * @param pool4 14 by 14
 * @param c51 14 by 14
 * @param c52 14 by 14
 * @param c53 14 by 14
 * @param pool5 7 by 7
 * @param flat a row
 * @param fc1 the first dense layer
 * @param fc2 the second
 * @param logits the classes
 */
@Model
public record Vgg16(
        @Input({224, 224, 3}) Layer image,
        @ConvNorm(filters = 64) Layer c11,
        @ConvNorm(filters = 64) Layer c12,
        @MaxPooling2D(2) Layer pool1,
        @ConvNorm(filters = 128) Layer c21,
        @ConvNorm(filters = 128) Layer c22,
        @MaxPooling2D(2) Layer pool2,
        @ConvNorm(filters = 256) Layer c31,
        @ConvNorm(filters = 256) Layer c32,
        @ConvNorm(filters = 256) Layer c33,
        @MaxPooling2D(2) Layer pool3,
        @ConvNorm(filters = 512) Layer c41,
        @ConvNorm(filters = 512) Layer c42,
        @ConvNorm(filters = 512) Layer c43,
        @MaxPooling2D(2) Layer pool4,
        @ConvNorm(filters = 512) Layer c51,
        @ConvNorm(filters = 512) Layer c52,
        @ConvNorm(filters = 512) Layer c53,
        @MaxPooling2D(2) Layer pool5,
        @Flatten Layer flat,
        @Dense(units = 4096, activation = RELU) Layer fc1,
        @Dense(units = 4096, activation = RELU) Layer fc2,
        @Dense(units = 1000) Layer logits) {}
