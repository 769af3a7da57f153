/**
 * The language in which models are written: {@link Model @Model} and one annotation per layer.
 *
 * <p>Pleat compiles a neural network, written as an annotated record or class, into a plain Java class that runs it.
 * This page is the guide to the language. Layers, their arguments and defaults are Keras's, in Java's camel case, so a
 * model reads as it does in Python.
 *
 * <h2>A model</h2>
 *
 * <pre>{@code
 * @Model
 * record Digits(
 *         @Input({28, 28, 1}) Layer image,
 *         @Conv2D(filters = 32, kernelSize = 3, useBias = false) Layer conv,
 *         @BatchNormalization Layer norm,
 *         @Activation(RELU) Layer relu,
 *         @MaxPooling2D(2) Layer pool,
 *         @Flatten Layer flat,
 *         @Dropout(0.5) Layer drop,
 *         @Dense(units = 10, activation = SOFTMAX) Layer digit) {}
 * }</pre>
 *
 * <p>A model is a record whose components, or a class whose fields, are of type {@link Layer} and carry one layer
 * annotation each. Constants of enums are imported statically. A layer reads the one above it. The name of a member is
 * the name of the layer: in the generated code, in messages, and of its weights. Inherited members do not count, and
 * order is source order.
 *
 * <p>A class is written the same way, with fields: {@code @Flatten Layer flat;}. A record is the better form: no tool
 * complains of unused fields.
 *
 * <p>The compiler generates {@code DigitsModel}, in the same package and with the same visibility: it loads weights and
 * predicts.
 *
 * <h2>Inputs, outputs, branches</h2>
 *
 * <p>{@link Input @Input} gives the shape of an input; several make a model of several inputs. The last layer is the
 * output; {@link Output @Output} marks others, to have several heads or to look inside. {@link From @From} names what a
 * layer reads where it is not the layer above. Layers that merge others name them all:
 *
 * <pre>{@code
 * @Conv2D(filters = 16, kernelSize = 3, padding = SAME) Layer stem,
 * @Conv2D(filters = 16, kernelSize = 3, padding = SAME, activation = RELU) Layer main,
 * @Conv2D(filters = 16, kernelSize = 1) @From("stem") Layer shortcut,
 * @Add({"main", "shortcut"}) Layer sum,
 * @Activation(RELU) Layer relu,
 * }</pre>
 *
 * <p>Merges broadcast as in Keras: {@code [16]} against {@code [8, 8, 16]} counts as {@code [1, 1, 16]}.
 *
 * <h2>Shapes and axes</h2>
 *
 * <p>Shapes are written without the batch: {@code (None, 28, 28, 1)} of Keras is {@code {28, 28, 1}}. Layers infer the
 * shape of their input. Images are {@code [height, width, channels]}, series {@code [steps, channels]}, unless
 * {@link DataFormat#CHANNELS_FIRST} says otherwise; arrays are row-major, the last dimension fastest.
 *
 * <p>An {@code axis} nevertheless counts as in Keras, with the batch as 0: 1 is the first dimension of the sample, -1
 * the last; 0 is refused. {@link Permute} counts from 1 likewise.
 *
 * <p>Sizes of two directions are one number for both, {@code kernelSize = 3}, or two, {@code kernelSize = {3, 5}}:
 * height, then width. Where an annotation has one main attribute, it can be written alone: {@code @MaxPooling2D(2)} is
 * {@code @MaxPooling2D(poolSize = 2)}.
 *
 * <h2>Blocks</h2>
 *
 * <p>What repeats becomes a layer of your own. {@link Block @Block} makes an annotation a layer whose body is a record;
 * {@link To @To} says where its attributes go; {@link Block#GIVEN} stands in the body for a required number that comes
 * from there:
 *
 * <pre>{@code
 * @Block(SeparableBlock.Body.class)
 * @Target({FIELD, RECORD_COMPONENT})
 * @Retention(CLASS)
 * @interface SeparableBlock {
 *     @To("pointwise.filters")
 *     int filters();
 *
 *     @To("depthwise.strides")
 *     int strides() default 1;
 *
 *     record Body(
 *             @DepthwiseConv2D(kernelSize = 3, padding = SAME) Layer depthwise,
 *             @BatchNormalization Layer depthwiseNorm,
 *             @Activation(RELU) Layer depthwiseRelu,
 *             @Conv2D(filters = GIVEN, kernelSize = 1) Layer pointwise,
 *             @BatchNormalization Layer pointwiseNorm,
 *             @Activation(RELU) Layer out) {}
 * }
 * }</pre>
 *
 * <p>A model then reads {@code @SeparableBlock(filters = 128, strides = 2) Layer b3}. Blocks may hold blocks, and may
 * be published in a library. A body that reads its input twice, as a residual does, names it with a member
 * {@code @Input Layer x}, without a shape; a block that reads several layers has as many, and names what it reads with
 * {@link From @From}.
 *
 * <h2>Weights</h2>
 *
 * <p>Weights are named {@code <layer>/<weight>}, in a block by path: {@code b3/pointwise/kernel}. Shapes are Keras's;
 * with {@code useBias}, {@code center} or {@code scale} off, {@code bias}, {@code beta} or {@code gamma} is absent.
 * {@code g} stands for groups and {@code m} for the depth multiplier.
 *
 * <table class="striped">
 * <caption>Weights by layer</caption>
 * <thead>
 * <tr><th scope="col">Layer</th><th scope="col">Weights</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@link Dense}</th><td>{@code kernel [in, out]}, {@code bias [out]}</td></tr>
 * <tr><th scope="row">{@link Conv1D}</th><td>{@code kernel [k, in / g, out]}, {@code bias [out]}</td></tr>
 * <tr><th scope="row">{@link Conv2D}</th><td>{@code kernel [kh, kw, in / g, out]}, {@code bias [out]}</td></tr>
 * <tr><th scope="row">{@link Conv1DTranspose}</th><td>{@code kernel [k, out, in]}, {@code bias [out]}</td></tr>
 * <tr><th scope="row">{@link Conv2DTranspose}</th><td>{@code kernel [kh, kw, out, in]}, {@code bias [out]}</td></tr>
 * <tr>
 * <th scope="row">{@link DepthwiseConv1D}</th>
 * <td>{@code depthwise_kernel [k, in, m]}, {@code bias [in * m]}</td>
 * </tr>
 * <tr>
 * <th scope="row">{@link DepthwiseConv2D}</th>
 * <td>{@code depthwise_kernel [kh, kw, in, m]}, {@code bias [in * m]}</td>
 * </tr>
 * <tr>
 * <th scope="row">{@link SeparableConv1D}</th>
 * <td>{@code depthwise_kernel [k, in, m]}, {@code pointwise_kernel [1, in * m, out]}, {@code bias [out]}</td>
 * </tr>
 * <tr>
 * <th scope="row">{@link SeparableConv2D}</th>
 * <td>{@code depthwise_kernel [kh, kw, in, m]}, {@code pointwise_kernel [1, 1, in * m, out]}, {@code bias [out]}</td>
 * </tr>
 * <tr>
 * <th scope="row">{@link BatchNormalization}, {@link ContribBatchNorm}</th>
 * <td>{@code gamma}, {@code beta}, {@code moving_mean}, {@code moving_variance}, each {@code [channels]}</td>
 * </tr>
 * <tr>
 * <th scope="row">{@link LayerNormalization}</th>
 * <td>{@code gamma}, {@code beta}, of the shape of its axes</td>
 * </tr>
 * <tr>
 * <th scope="row">{@link Normalization}</th>
 * <td>{@code mean}, {@code variance}, of the shape of its axes, unless given in the annotation</td>
 * </tr>
 * <tr><th scope="row">{@link PReLU}</th><td>{@code alpha}, of the shape of the input with 1 in shared axes</td></tr>
 * </tbody>
 * </table>
 *
 * <h2>All layers</h2>
 *
 * <table class="striped">
 * <caption>Layers by kind</caption>
 * <thead>
 * <tr><th scope="col">Kind</th><th scope="col">Annotations</th></tr>
 * </thead>
 * <tbody>
 * <tr>
 * <th scope="row">Linear</th>
 * <td>{@link Dense}, {@link Conv1D}, {@link Conv2D}, {@link Conv1DTranspose}, {@link Conv2DTranspose},
 * {@link DepthwiseConv1D}, {@link DepthwiseConv2D}, {@link SeparableConv1D}, {@link SeparableConv2D}</td>
 * </tr>
 * <tr>
 * <th scope="row">Scaling and norms</th>
 * <td>{@link BatchNormalization}, {@link ContribBatchNorm}, {@link LayerNormalization}, {@link Normalization},
 * {@link Rescaling}</td>
 * </tr>
 * <tr>
 * <th scope="row">Activations</th>
 * <td>{@link Activation}, {@link ReLU}, {@link LeakyReLU}, {@link ELU}, {@link PReLU}, {@link Softmax}; the functions
 * are in {@link ActivationFunction}</td>
 * </tr>
 * <tr>
 * <th scope="row">Pooling</th>
 * <td>{@link MaxPooling1D}, {@link MaxPooling2D}, {@link AveragePooling1D}, {@link AveragePooling2D},
 * {@link GlobalMaxPooling1D}, {@link GlobalMaxPooling2D}, {@link GlobalAveragePooling1D},
 * {@link GlobalAveragePooling2D}</td>
 * </tr>
 * <tr>
 * <th scope="row">Shape</th>
 * <td>{@link Flatten}, {@link Reshape}, {@link Permute}, {@link RepeatVector}, {@link ZeroPadding1D},
 * {@link ZeroPadding2D}, {@link Cropping1D}, {@link Cropping2D}, {@link UpSampling1D}, {@link UpSampling2D}</td>
 * </tr>
 * <tr>
 * <th scope="row">Merges</th>
 * <td>{@link Add}, {@link Subtract}, {@link Multiply}, {@link Average}, {@link Maximum}, {@link Minimum},
 * {@link Concatenate}</td>
 * </tr>
 * <tr>
 * <th scope="row">Training only</th>
 * <td>{@link Dropout}, {@link SpatialDropout1D}, {@link SpatialDropout2D}, {@link AlphaDropout},
 * {@link GaussianDropout}, {@link GaussianNoise}, {@link ActivityRegularization}; in inference they return their input,
 * as does {@link Identity}</td>
 * </tr>
 * </tbody>
 * </table>
 *
 * <h2>Coming from TensorFlow 1</h2>
 *
 * <table class="striped">
 * <caption>TensorFlow 1 and Pleat</caption>
 * <thead>
 * <tr><th scope="col">TensorFlow 1</th><th scope="col">Pleat</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@code tf.placeholder}</th><td>{@link Input}, the shape without the batch</td></tr>
 * <tr>
 * <th scope="row">{@code tf.contrib.layers.batch_norm}</th>
 * <td>{@link ContribBatchNorm}, with all arguments in a table there</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code tf.layers.batch_normalization}</th>
 * <td>{@link BatchNormalization}, the same arguments</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code tf.layers.conv2d}, {@code tf.layers.dense}</th>
 * <td>{@link Conv2D}, {@link Dense}, the same arguments</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code tf.contrib.layers.conv2d}</th>
 * <td>{@link Conv2D} with {@code padding = SAME, activation = RELU}, its defaults; with {@code normalizer_fn} instead
 * {@code useBias = false}, then the norm, then relu</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code tf.contrib.layers.fully_connected}</th>
 * <td>{@link Dense} with {@code activation = RELU}, its default; with {@code normalizer_fn} as above</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code tf.contrib.layers.separable_conv2d(x, None, 3)}</th>
 * <td>{@link DepthwiseConv2D} with {@code kernelSize = 3, padding = SAME, activation = RELU}</td>
 * </tr>
 * <tr>
 * <th scope="row">{@code tf.nn.dropout(x, keep_prob=0.8)}</th>
 * <td>{@link Dropout} with {@code rate = 0.2}, or nothing</td>
 * </tr>
 * <tr><th scope="row">{@code tf.nn.leaky_relu}</th><td>{@link ActivationFunction#LEAKY_RELU}, slope 0.2</td></tr>
 * <tr><th scope="row">{@code tf.reduce_mean(x, [1, 2])}</th><td>{@link GlobalAveragePooling2D}</td></tr>
 * <tr><th scope="row">variable scopes</th><td>names of members; others are mapped when weights are loaded</td></tr>
 * </tbody>
 * </table>
 */
package dev.pleat;
