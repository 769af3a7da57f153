/** Reads ONNX models. */
package dev.pleat.formats.onnx;
