/**
 * The two networks of TensorFlow's article on migrating batch norm, on printed digits of 28 by 28 pixels.
 *
 * <p>{@link dev.pleat.examples.digits.DigitsMlp} has its norm before the relu: it is folded into the layer before.
 * {@link dev.pleat.examples.digits.DigitsCnn} has it behind: folding it into the convolution would be wrong, so it goes
 * elsewhere. {@link dev.pleat.examples.digits.Main} classifies the test images, or images of yours.
 */
package dev.pleat.examples.digits;
