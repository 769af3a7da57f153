/** Protocol buffers without generated classes, for the few messages of ONNX and TensorFlow that matter here. */
package dev.pleat.formats.proto;
