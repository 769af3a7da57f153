/**
 * One description of each benchmarked network, from which the model of every engine is made.
 *
 * <p>{@link dev.pleat.benchmarks.net.Net} is the truth: a list of {@linkplain dev.pleat.benchmarks.net.Op operations} on
 * images in channels-last order, batch norm unfolded. {@link dev.pleat.benchmarks.net.Zoo} holds the networks, {@link
 * dev.pleat.benchmarks.net.Weights} their seeded weights, {@link dev.pleat.benchmarks.net.Reference} computes them in
 * float64, plainly, to check every engine against.
 */
package dev.pleat.benchmarks.net;
