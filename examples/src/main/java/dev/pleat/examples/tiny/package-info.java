/**
 * The four networks of the benchmark MLPerf Tiny: {@link dev.pleat.examples.tiny.Autoencoder}, {@link
 * dev.pleat.examples.tiny.KeywordSpotting}, {@link dev.pleat.examples.tiny.VisualWakeWords} and {@link
 * dev.pleat.examples.tiny.ImageClassification}.
 *
 * <p>What repeats in them is a block: a layer annotation of one's own. The weights in this project are random, from
 * {@link dev.pleat.examples.RandomWeights}; the trained ones belong to MLPerf, and are loaded under their names there.
 */
package dev.pleat.examples.tiny;
