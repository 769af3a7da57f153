package dev.pleat.examples.migration;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.ContribBatchNorm;
import dev.pleat.Conv2D;
import dev.pleat.Dense;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Output;
import dev.pleat.Softmax;

/**
 * A DS-CNN that knows 22 words, above each layer the line of {@code tf.contrib.slim} that it was. Within the scopes of
 * its arguments, convolutions have biases and no activation.
 *
 * @param speech 49 frames of 13 coefficients of the mel spectrum
 * @param conv1 the first convolution
 * @param conv1Norm its batch norm and relu
 * @param dw1 the first depthwise convolution
 * @param dw1Norm its batch norm and relu
 * @param pw1 the first pointwise convolution
 * @param pw1Norm its batch norm and relu
 * @param dw2 the second depthwise convolution
 * @param dw2Norm its batch norm and relu
 * @param pw2 the second pointwise convolution
 * @param pw2Norm its batch norm and relu
 * @param dw3 the third depthwise convolution
 * @param dw3Norm its batch norm and relu
 * @param pw3 the third pointwise convolution
 * @param pw3Norm its batch norm and relu
 * @param dw4 the fourth depthwise convolution
 * @param dw4Norm its batch norm and relu
 * @param pw4 the fourth pointwise convolution
 * @param pw4Norm its batch norm and relu
 * @param pool the mean over time and frequency
 * @param logits the words before softmax
 * @param word the probability of each word
 */
@Model
public record SpeechCommands(
        @Input({49, 13, 1}) Layer speech,
        // slim.convolution2d(speech, 64, [10, 4], stride=[2, 2], scope='conv_1')
        @Conv2D(
                filters = 64,
                kernelSize = {10, 4},
                strides = 2,
                padding = SAME)
        Layer conv1,
        // slim.batch_norm(..., decay=0.96, is_training=False, activation_fn=tf.nn.relu, scope='conv_1/batch_norm')
        @ContribBatchNorm(decay = 0.96, activationFn = RELU, isTraining = false)
        Layer conv1Norm,
        // slim.separable_convolution2d(..., num_outputs=None, [3, 3], depth_multiplier=1, scope='conv_ds_1/dw_conv')
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer dw1,

        @ContribBatchNorm(decay = 0.96, activationFn = RELU, isTraining = false)
        Layer dw1Norm,
        // slim.convolution2d(..., 64, [1, 1], scope='conv_ds_1/pw_conv')
        @Conv2D(filters = 64, kernelSize = 1, padding = SAME)
        Layer pw1,

        @ContribBatchNorm(decay = 0.96, activationFn = RELU, isTraining = false)
        Layer pw1Norm,
        // slim.separable_convolution2d(..., num_outputs=None, [3, 3], depth_multiplier=1, scope='conv_ds_2/dw_conv')
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer dw2,

        @ContribBatchNorm(decay = 0.96, activationFn = RELU, isTraining = false)
        Layer dw2Norm,
        // slim.convolution2d(..., 64, [1, 1], scope='conv_ds_2/pw_conv')
        @Conv2D(filters = 64, kernelSize = 1, padding = SAME)
        Layer pw2,

        @ContribBatchNorm(decay = 0.96, activationFn = RELU, isTraining = false)
        Layer pw2Norm,
        // slim.separable_convolution2d(..., num_outputs=None, [3, 3], depth_multiplier=1, scope='conv_ds_3/dw_conv')
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer dw3,

        @ContribBatchNorm(decay = 0.96, activationFn = RELU, isTraining = false)
        Layer dw3Norm,
        // slim.convolution2d(..., 64, [1, 1], scope='conv_ds_3/pw_conv')
        @Conv2D(filters = 64, kernelSize = 1, padding = SAME)
        Layer pw3,

        @ContribBatchNorm(decay = 0.96, activationFn = RELU, isTraining = false)
        Layer pw3Norm,
        // slim.separable_convolution2d(..., num_outputs=None, [3, 3], depth_multiplier=1, scope='conv_ds_4/dw_conv')
        @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer dw4,

        @ContribBatchNorm(decay = 0.96, activationFn = RELU, isTraining = false)
        Layer dw4Norm,
        // slim.convolution2d(..., 64, [1, 1], scope='conv_ds_4/pw_conv')
        @Conv2D(filters = 64, kernelSize = 1, padding = SAME)
        Layer pw4,

        @ContribBatchNorm(decay = 0.96, activationFn = RELU, isTraining = false)
        Layer pw4Norm,
        // slim.avg_pool2d(..., [25, 7]), tf.squeeze(..., [1, 2])
        @GlobalAveragePooling2D Layer pool,
        // slim.fully_connected(..., 22, activation_fn=None, scope='fc1')
        @Output @Dense(units = 22) Layer logits,
        // tf.nn.softmax(logits)
        @Softmax Layer word) {}
