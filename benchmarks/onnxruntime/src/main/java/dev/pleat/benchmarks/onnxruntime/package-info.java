/** ONNX Runtime, to be compared with. */
package dev.pleat.benchmarks.onnxruntime;
