/** The measured networks, as a user of Pleat writes them; what they must equal is in {@link dev.pleat.benchmarks.net.Zoo}. */
package dev.pleat.benchmarks.models;
