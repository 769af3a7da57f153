package dev.pleat.examples.tiny;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.Activation;
import dev.pleat.AveragePooling2D;
import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.Flatten;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Output;
import dev.pleat.Softmax;

/**
 * MLPerf Tiny's image classification: ResNet-8 on the ten classes of CIFAR-10.
 *
 * @param image the pixels from 0 to 255
 * @param conv the first convolution
 * @param norm its batch norm
 * @param relu its activation
 * @param b1 32 by 32
 * @param b2 16 by 16
 * @param b3 8 by 8
 * @param pool the mean over the picture
 * @param flat without the dimensions of size 1
 * @param logits the classes before softmax
 * @param label the probability of each class
 */
@Model
public record ImageClassification(
        @Input({32, 32, 3}) Layer image,

        @Conv2D(filters = 16, kernelSize = 3, padding = SAME)
        Layer conv,

        @BatchNormalization Layer norm,
        @Activation(RELU) Layer relu,
        @ResidualBlock(filters = 16) Layer b1,
        @DownsamplingBlock(filters = 32) Layer b2,
        @DownsamplingBlock(filters = 64) Layer b3,
        @AveragePooling2D(8) Layer pool,
        @Flatten Layer flat,
        @Output @Dense(units = 10) Layer logits,
        @Softmax Layer label) {}
