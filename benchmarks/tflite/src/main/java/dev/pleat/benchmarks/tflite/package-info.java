/** TensorFlow Lite with XNNPACK, to be compared with. */
package dev.pleat.benchmarks.tflite;
