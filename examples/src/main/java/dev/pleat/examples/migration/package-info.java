/**
 * A model of {@code tf.contrib}, TensorFlow 1, line by line, with the names of its checkpoint.
 *
 * <p>{@link dev.pleat.examples.migration.SpeechCommands} is a DS-CNN whose batch norms are {@code
 * tf.contrib.layers.batch_norm}: without gamma, unlike Keras's. Its checkpoint becomes a safetensors file like this,
 * under the names that it has there:
 *
 * <pre>{@code
 * import tensorflow as tf, safetensors.numpy
 * reader = tf.train.load_checkpoint("ds_cnn.ckpt")
 * names = [n for n in reader.get_variable_to_shape_map() if not n.endswith(("/Adam", "/Adam_1", "_power", "global_step"))]
 * safetensors.numpy.save_file({n: reader.get_tensor(n) for n in names}, "ds_cnn.safetensors")
 * }</pre>
 *
 * <p>{@link dev.pleat.examples.migration.CheckpointNames} tells the model those names.
 */
package dev.pleat.examples.migration;
