package dev.pleat.examples.real;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.DataFormat.CHANNELS_FIRST;

import dev.pleat.Activation;
import dev.pleat.BatchNormalization;
import dev.pleat.Concatenate;
import dev.pleat.Conv2D;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.From;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Output;
import dev.pleat.Permute;
import dev.pleat.Reshape;
import dev.pleat.Softmax;
import dev.pleat.ZeroPadding2D;

/** The face detector version-slim-320, as PyTorch exported it: channels first, four scales, two outputs. */
@Model
record FaceDetector(
        @Input({3, 240, 320}) Layer image,

        @ZeroPadding2D(value = 1, dataFormat = CHANNELS_FIRST)
        Layer padded,

        @Conv2D(filters = 16, kernelSize = 3, strides = 2, useBias = false, dataFormat = CHANNELS_FIRST)
        Layer conv,

        @BatchNormalization(axis = 1, epsilon = 1e-5) Layer norm,
        @Activation(RELU) Layer relu,
        @SlimBlock(filters = 32) Layer b1,
        @SlimBlock(filters = 32, strides = 2) Layer b2,
        @SlimBlock(filters = 32) Layer b3,
        @SlimBlock(filters = 64, strides = 2) Layer b4,
        @SlimBlock(filters = 64) Layer b5,
        @SlimBlock(filters = 64) Layer b6,
        @SlimBlock(filters = 64) Layer b7,

        @HeadBlock(
                filters = 6,
                shape = {-1, 2})
        Layer scores0,

        @HeadBlock(
                filters = 12,
                shape = {-1, 4})
        @From("b7")
        Layer boxes0,

        @SlimBlock(filters = 128, strides = 2) @From("b7") Layer b8,
        @SlimBlock(filters = 128) Layer b9,
        @SlimBlock(filters = 128) Layer b10,

        @HeadBlock(
                filters = 4,
                shape = {-1, 2})
        Layer scores1,

        @HeadBlock(
                filters = 8,
                shape = {-1, 4})
        @From("b10")
        Layer boxes1,

        @SlimBlock(filters = 256, strides = 2) @From("b10") Layer b11,
        @SlimBlock(filters = 256) Layer b12,

        @HeadBlock(
                filters = 4,
                shape = {-1, 2})
        Layer scores2,

        @HeadBlock(
                filters = 8,
                shape = {-1, 4})
        @From("b12")
        Layer boxes2,

        @Conv2D(filters = 64, kernelSize = 1, activation = RELU, dataFormat = CHANNELS_FIRST) @From("b12")
        Layer extra1,

        @ZeroPadding2D(value = 1, dataFormat = CHANNELS_FIRST)
        Layer extraPadded,

        @DepthwiseConv2D(kernelSize = 3, strides = 2, activation = RELU, dataFormat = CHANNELS_FIRST)
        Layer extra2,

        @Conv2D(filters = 256, kernelSize = 1, activation = RELU, dataFormat = CHANNELS_FIRST)
        Layer extra3,

        @ZeroPadding2D(value = 1, dataFormat = CHANNELS_FIRST)
        Layer lastPadded,

        @Conv2D(filters = 6, kernelSize = 3, dataFormat = CHANNELS_FIRST)
        Layer lastScores,

        @Permute({2, 3, 1}) Layer lastScoresLast,
        @Reshape({-1, 2}) Layer scores3,

        @Conv2D(filters = 12, kernelSize = 3, dataFormat = CHANNELS_FIRST) @From("lastPadded")
        Layer lastBoxes,

        @Permute({2, 3, 1}) Layer lastBoxesLast,
        @Reshape({-1, 4}) Layer boxes3,

        @Output
        @Concatenate(
                value = {"boxes0", "boxes1", "boxes2", "boxes3"},
                axis = 1)
        Layer boxes,

        @Concatenate(
                value = {"scores0", "scores1", "scores2", "scores3"},
                axis = 1)
        Layer all,

        @Softmax Layer scores) {}
