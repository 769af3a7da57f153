/**
 * Readers of other tools' model files. A model file becomes a {@link dev.pleat.formats.SourceModel}: the layers of an
 * annotated class, and the weights that it loads. From there it takes the path of a class written by hand.
 */
package dev.pleat.formats;
