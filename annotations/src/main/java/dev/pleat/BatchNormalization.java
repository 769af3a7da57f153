package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalises each channel by its moving statistics:
 * {@code gamma * (x - moving_mean) / sqrt(moving_variance + epsilon) + beta}.
 *
 * <p>The shape stays. Weights, one number per index of {@code axis}: {@code gamma} with {@code scale}, {@code beta}
 * with {@code center}, {@code moving_mean} and {@code moving_variance}. Equals Keras 3's {@code BatchNormalization} in
 * inference; training arguments are accepted so that a model reads like its original, and change nothing.
 *
 * <p>It usually costs nothing. After a {@link Dense} layer or a convolution without activation, with {@code axis} on
 * its output channels and no other reader of its output, it is folded into weights and bias, once at load, in double
 * precision. Elsewhere it becomes a multiplication and an addition in the loop before or after. A variance that makes
 * {@code moving_variance + epsilon} zero or less is refused at load, with layer and channel.
 *
 * <p><strong>Order matters.</strong> These are different models:
 *
 * <pre>{@code
 * @Conv2D(filters = 32, kernelSize = 3, activation = RELU) Layer conv, // relu, then norm
 * @BatchNormalization Layer norm,
 *
 * @Conv2D(filters = 32, kernelSize = 3, useBias = false) Layer conv, // norm, then relu
 * @BatchNormalization Layer norm,
 * @Activation(RELU) Layer relu,
 * }</pre>
 *
 * <table class="striped">
 * <caption>What to write, coming from other libraries</caption>
 * <thead>
 * <tr><th scope="col">From</th><th scope="col">Write</th><th scope="col">Mind</th></tr>
 * </thead>
 * <tbody>
 * <tr>
 * <th scope="row">{@code tf.contrib.layers.batch_norm}</th>
 * <td>{@link ContribBatchNorm}, or this with {@code scale = false}</td>
 * <td>The arguments one by one are below.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code tf.layers.batch_normalization}</th>
 * <td>the same arguments</td>
 * <td>Names and defaults are equal. Its {@code training} was {@code False} by default.</td>
 * </tr>
 * <tr>
 * <th scope="row">Keras 2</th>
 * <td>the same arguments</td>
 * <td>Saved configurations hold {@code axis} as a list: {@code [3]} is {@code axis = 3}. On images, TensorFlow raised
 * an {@code epsilon} below 1.001e-5 to that: write {@code 1.001e-5} to compute the same. {@code renorm}, {@code fused},
 * {@code virtual_batch_size}, {@code adjustment} and {@code synchronized} have no effect in inference.</td>
 * </tr>
 * <tr><th scope="row">Keras 3</th><td>the same arguments</td><td>Nothing to change.</td></tr>
 * <tr>
 * <th scope="row">PyTorch {@code BatchNorm1d}, {@code BatchNorm2d}</th>
 * <td>{@code epsilon = 1e-5}, {@code momentum = 0.9}; with {@code affine=False} also
 * {@code center = false, scale = false}</td>
 * <td>PyTorch's epsilon is 1e-5 by default, and its momentum is the complement: 0.1 there is 0.9 here. {@code weight},
 * {@code bias}, {@code running_mean} and {@code running_var} are {@code gamma}, {@code beta}, {@code moving_mean} and
 * {@code moving_variance}. {@code track_running_stats=False} has no counterpart.</td>
 * </tr>
 * <tr>
 * <th scope="row">ONNX {@code BatchNormalization}</th>
 * <td>{@code epsilon = 1e-5}, {@code momentum = 0.9}, {@code axis = 1} if channels are first</td>
 * <td>Scale and bias are always there. {@code training_mode=1} has no counterpart.</td>
 * </tr>
 * </tbody>
 * </table>
 *
 * <table class="striped">
 * <caption>{@code tf.contrib.layers.batch_norm}, argument by argument</caption>
 * <thead>
 * <tr><th scope="col">Argument and default</th><th scope="col">Write here</th><th scope="col">Mind</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@code decay = 0.999}</th><td>{@code momentum}</td><td>Same meaning. Training only.</td></tr>
 * <tr>
 * <th scope="row">{@code center = True}</th>
 * <td>{@code center}</td>
 * <td>With {@code false} there is no {@code beta}.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code scale = False}</th>
 * <td>{@code scale = false}, unless the model said {@code True}</td>
 * <td>The one default that changes results: Keras has {@code True}. A {@code @BatchNormalization} without
 * {@code scale = false} asks for a {@code gamma} that the checkpoint lacks.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code epsilon = 0.001}</th>
 * <td>{@code epsilon}</td>
 * <td>Check it: many models override it, ResNets with 1e-5. TensorFlow 1 raised anything below 1.001e-5 to that;
 * {@code @ContribBatchNorm} does too, {@code @BatchNormalization} does not.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code activation_fn = None}</th>
 * <td>an {@link Activation} as the next layer</td>
 * <td>Applied after the norm. {@code @Conv2D(activation = RELU)}, then a norm, is another model: relu comes before the
 * norm there.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code param_initializers}</th>
 * <td>nothing</td>
 * <td>Training only. Values come from the weights.</td>
 * </tr>
 * <tr><th scope="row">{@code param_regularizers}</th><td>nothing</td><td>Training only.</td></tr>
 * <tr>
 * <th scope="row">{@code updates_collections}</th>
 * <td>nothing</td>
 * <td>Training only. But if its updates were never run, the moving statistics in the checkpoint still are 0 and 1.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code is_training = True}</th>
 * <td>nothing</td>
 * <td>Pleat runs inference: moving statistics, never those of the batch.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code reuse}</th>
 * <td>nothing</td>
 * <td>To share weights, map those of both layers to one name when loading.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code scope = None}</th>
 * <td>the member's name</td>
 * <td>Checkpoints say {@code <scope>/BatchNorm/gamma}; map names when loading.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code variables_collections, outputs_collections}</th>
 * <td>nothing</td>
 * <td>Nothing to write. For an output, {@link Output}.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code trainable = True}</th>
 * <td>nothing</td>
 * <td>Training only. In Keras, {@code False} also means moving statistics, which are always used here.</td>
 * </tr>
 * <tr><th scope="row">{@code batch_weights}</th><td>nothing</td><td>Training only.</td></tr>
 * <tr>
 * <th scope="row">{@code fused = None}</th>
 * <td>nothing</td>
 * <td>How it was computed. It changed the floor of epsilon and which variance was stored, which is used as it is.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code data_format = 'NHWC'}</th>
 * <td>{@code axis = -1}; {@code axis = 1} for {@code 'NCHW'}</td>
 * <td>The data format of the convolution is another attribute.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code zero_debias_moving_mean}</th>
 * <td>nothing</td>
 * <td>Training only. {@code moving_mean} is stored corrected; {@code biased} and {@code local_step} are not read.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code renorm, renorm_clipping, renorm_decay}</th>
 * <td>nothing</td>
 * <td>Training only. The extra variables {@code renorm_*} and {@code moving_stddev} are not read.</td>
 * </tr>
 * <tr><th scope="row">{@code adjustment}</th><td>nothing</td><td>Training only.</td></tr>
 * </tbody>
 * </table>
 *
 * <p>With {@code normalizer_fn=batch_norm}, {@code tf.contrib.layers.conv2d} has no bias, and its activation, relu by
 * default, comes after the norm: write the second example above, with {@code scale = false} on the norm. Whether the
 * stored variance was divided by the count or by one less differs between libraries; it is used as stored.
 *
 * @see ContribBatchNorm
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface BatchNormalization {
    /**
     * {@return the axis of the channels} The batch counts as 0 and is refused; 1 is the first dimension of the sample,
     * -1 the last. With {@link DataFormat#CHANNELS_FIRST} layers write 1.
     */
    int axis() default -1;

    /**
     * {@return the share of the old value in the moving averages} Training only, without effect here. PyTorch's is the
     * complement: 0.1 there is 0.9 here.
     */
    double momentum() default 0.99;

    /** {@return what is added to the variance, not negative} PyTorch's default is 1e-5. */
    double epsilon() default 0.001;

    /** {@return whether {@code beta} is added} */
    boolean center() default true;

    /** {@return whether the result is multiplied by {@code gamma}} */
    boolean scale() default true;
}
