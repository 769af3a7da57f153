/**
 * Files that hold arrays and no model: NumPy's, safetensors, and PyTorch's, and the names by which an annotated class
 * finds its weights in them.
 */
package dev.pleat.formats.weights;
