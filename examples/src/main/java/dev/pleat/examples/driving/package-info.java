/**
 * A model of two inputs and two outputs, with what branches can do: a residual, squeeze-and-excite, a concatenation.
 *
 * <p>{@link dev.pleat.examples.driving.Driver} looks at a camera's image and at what a car measures, and answers how to
 * steer and whether to brake. It is made up, and its weights are random.
 */
package dev.pleat.examples.driving;
