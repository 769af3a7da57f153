/** TensorFlow's files: checkpoints of format V2, frozen graphs, and SavedModels of TensorFlow 1 and 2. */
package dev.pleat.formats.tensorflow;
