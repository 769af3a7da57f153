/** TensorFlow, to be compared with. */
package dev.pleat.benchmarks.tensorflow;
