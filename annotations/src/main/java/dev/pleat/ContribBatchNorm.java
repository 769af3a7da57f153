package dev.pleat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch norm with the arguments and defaults of TensorFlow 1's {@code tf.contrib.layers.batch_norm}, in inference.
 *
 * <p>It computes {@code activationFn(gamma * (x - moving_mean) / sqrt(moving_variance + epsilon) + beta)}. The shape
 * stays. Weights, one number per channel: {@code gamma} only with {@code scale}, {@code beta} with {@code center},
 * {@code moving_mean} and {@code moving_variance}. It is folded as {@link BatchNormalization} is, and differs from it
 * in two defaults, {@code decay} of 0.999 and <strong>no {@code gamma}</strong>, in the activation it brings, and in
 * the floor of {@code epsilon}.
 *
 * <pre>{@code
 * // conv2d(image, 32, 3, normalizer_fn=batch_norm): no bias, norm, then relu
 * @Conv2D(filters = 32, kernelSize = 3, padding = SAME, useBias = false) Layer conv,
 * @ContribBatchNorm(activationFn = RELU) Layer norm,
 * }</pre>
 *
 * <table class="striped">
 * <caption>{@code tf.contrib.layers.batch_norm}, argument by argument</caption>
 * <thead>
 * <tr>
 * <th scope="col">Argument and default</th>
 * <th scope="col">Write here</th>
 * <th scope="col">Or in {@link BatchNormalization}</th>
 * <th scope="col">Mind</th>
 * </tr>
 * </thead>
 * <tbody>
 * <tr>
 * <th scope="row">{@code decay = 0.999}</th>
 * <td>{@code decay}</td>
 * <td>{@code momentum}</td>
 * <td>Same meaning. Training only.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code center = True}</th>
 * <td>{@code center}</td>
 * <td>{@code center}</td>
 * <td>With {@code false} there is no {@code beta}.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code scale = False}</th>
 * <td>{@code scale}</td>
 * <td>{@code scale = false}, unless the model said {@code True}</td>
 * <td>The one default that changes results: Keras has {@code True}. A {@code @BatchNormalization} without
 * {@code scale = false} asks for a {@code gamma} that the checkpoint lacks.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code epsilon = 0.001}</th>
 * <td>{@code epsilon}</td>
 * <td>{@code epsilon}</td>
 * <td>Check it: many models override it, ResNets with 1e-5. TensorFlow 1 raised anything below 1.001e-5 to that;
 * {@code @ContribBatchNorm} does too, {@code @BatchNormalization} does not.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code activation_fn = None}</th>
 * <td>{@code activationFn}</td>
 * <td>an {@link Activation} as the next layer</td>
 * <td>Applied after the norm. {@code @Conv2D(activation = RELU)}, then a norm, is another model: relu comes before the
 * norm there.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code param_initializers}</th>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>Training only. Values come from the weights.</td>
 * </tr>
 * <tr><th scope="row">{@code param_regularizers}</th><td>nothing</td><td>nothing</td><td>Training only.</td></tr>
 * <tr>
 * <th scope="row">{@code updates_collections}</th>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>Training only. But if its updates were never run, the moving statistics in the checkpoint still are 0 and 1.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code is_training = True}</th>
 * <td>{@code isTraining}, only {@code false}</td>
 * <td>nothing</td>
 * <td>Pleat runs inference: moving statistics, never those of the batch.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code reuse}</th>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>To share weights, map those of both layers to one name when loading.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code scope = None}</th>
 * <td>the member's name</td>
 * <td>the member's name</td>
 * <td>Checkpoints say {@code <scope>/BatchNorm/gamma}; map names when loading.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code variables_collections, outputs_collections}</th>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>Nothing to write. For an output, {@link Output}.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code trainable = True}</th>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>Training only. In Keras, {@code False} also means moving statistics, which are always used here.</td>
 * </tr>
 * <tr><th scope="row">{@code batch_weights}</th><td>nothing</td><td>nothing</td><td>Training only.</td></tr>
 * <tr>
 * <th scope="row">{@code fused = None}</th>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>How it was computed. It changed the floor of epsilon and which variance was stored, which is used as it is.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code data_format = 'NHWC'}</th>
 * <td>{@code dataFormat}</td>
 * <td>{@code axis = -1}; {@code axis = 1} for {@code 'NCHW'}</td>
 * <td>The data format of the convolution is another attribute.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code zero_debias_moving_mean}</th>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>Training only. {@code moving_mean} is stored corrected; {@code biased} and {@code local_step} are not read.</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code renorm, renorm_clipping, renorm_decay}</th>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>Training only. The extra variables {@code renorm_*} and {@code moving_stddev} are not read.</td>
 * </tr>
 * <tr><th scope="row">{@code adjustment}</th><td>nothing</td><td>nothing</td><td>Training only.</td></tr>
 * </tbody>
 * </table>
 *
 * <p>The order in {@code conv2d} and {@code fully_connected} with {@code normalizer_fn=batch_norm} is: linear without
 * bias, norm, activation. So keep {@code useBias = false} and {@code LINEAR} on the layer before;
 * {@code @Conv2D(activation = RELU)} followed by a norm is not the same. For other libraries see
 * {@link BatchNormalization}.
 *
 * <p>Numeric source: TensorFlow 1.15, {@code contrib/layers/python/layers/layers.py}, and for the floor of epsilon
 * {@code fused_batch_norm} in {@code python/ops/nn_impl.py}.
 *
 * @see BatchNormalization
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ContribBatchNorm {
    /**
     * {@return the share of the old value in the moving averages} Training only, without effect here. Keras calls it
     * {@code momentum}; PyTorch's momentum is the complement.
     */
    double decay() default 0.999;

    /** {@return whether {@code beta} is added} */
    boolean center() default true;

    /**
     * {@return whether the result is multiplied by {@code gamma}} False by default, unlike Keras's: the argument was
     * meant for norms with a linear layer behind.
     */
    boolean scale() default false;

    /** {@return what is added to the variance} Anything below 1.001e-5 counts as 1.001e-5, as in TensorFlow 1. */
    double epsilon() default 0.001;

    /**
     * {@return the function applied after the norm; none by default} {@code LEAKY_RELU} has a slope of 0.2 and
     * {@code ELU} a scale of 1 here; for others write an {@link Activation}.
     */
    ActivationFunction activationFn() default ActivationFunction.LINEAR;

    /**
     * {@return where the channels are, {@code "NHWC"} for last or {@code "NCHW"} for first} Anything else is refused.
     * For an input of another rank than an image it means last or first likewise.
     */
    String dataFormat() default "NHWC";

    /**
     * {@return whether the statistics are those of the batch; only {@code false} is possible} {@code true},
     * TensorFlow's default, is refused: Pleat runs inference.
     */
    boolean isTraining() default false;
}
